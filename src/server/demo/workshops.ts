import type { DemoWorkshop } from "./demo-content.ts";
import { brainstorming } from "./workshops/brainstorming.ts";
import { communityVisioning } from "./workshops/community-visioning.ts";
import { conflictMediation } from "./workshops/conflict-mediation.ts";
import { designThinking } from "./workshops/design-thinking.ts";
import { difficultConversations } from "./workshops/difficult-conversations.ts";
import { effectiveMeetings } from "./workshops/effective-meetings.ts";
import { emotionalIntelligence } from "./workshops/emotional-intelligence.ts";
import { leadership } from "./workshops/leadership.ts";
import { onboarding } from "./workshops/onboarding.ts";
import { remoteCollaboration } from "./workshops/remote-collaboration.ts";
import { teamIntegration } from "./workshops/team-integration.ts";
import { workLifeBalance } from "./workshops/work-life-balance.ts";

/** The twelve workshops, in the order in which they were published. */
export const workshops: DemoWorkshop[] = [
  teamIntegration,
  remoteCollaboration,
  effectiveMeetings,
  difficultConversations,
  onboarding,
  conflictMediation,
  leadership,
  workLifeBalance,
  emotionalIntelligence,
  designThinking,
  brainstorming,
  communityVisioning,
];
