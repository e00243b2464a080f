import { visioningEnglishOne } from "./visioning-english-one.ts";
import { visioningEnglishTwo } from "./visioning-english-two.ts";
import { visioningPolishOne } from "./visioning-polish-one.ts";
import { visioningPolishThree } from "./visioning-polish-three.ts";
import { visioningPolishTwo } from "./visioning-polish-two.ts";
import type { Voice } from "./voice.ts";

export const visioningVoices: Voice[] = [
  ...visioningPolishOne,
  ...visioningPolishTwo,
  ...visioningPolishThree,
  ...visioningEnglishOne,
  ...visioningEnglishTwo,
];
