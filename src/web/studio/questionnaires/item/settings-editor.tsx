import { defaultTimeZone } from "../../../../shared/kernel/instant.ts";
import { instantOf, wallTimeOf } from "../../../../shared/kernel/zoned-time.ts";
import type { QuestionnaireSettings } from "../../../../shared/questionnaires/contract.ts";
import { ChoiceGroupField } from "../../../design-system/choice-fields.tsx";
import { Notice } from "../../../design-system/notice.tsx";
import { InputField } from "../../../design-system/text-fields.tsx";
import { controlId, useBuilder } from "../builder-context.ts";

const audiences = ["anyone", "enrolled", "confirmed"] as const;
const identities = ["identified", "anonymous"] as const;

/** Who answers, on which terms, and when. These hold at once, without publishing. */
export function SettingsEditor() {
  const { words, state, store } = useBuilder();
  const { settings, draft } = state;
  const texts = words.settingsPart;
  const set = (parts: Partial<QuestionnaireSettings>, place: string) =>
    store.change({ settings: { ...settings, ...parts } }, `settings.${place}`);
  return (
    <div className="builder-item">
      <h2>{words.settings}</h2>
      <ChoiceGroupField
        kind="radio"
        id={controlId("settings.audience")}
        name="audience"
        legend={texts.audience}
        hint={draft.workshopId === null ? texts.aloneHint : undefined}
        options={audiences.map((value) => ({
          value,
          label: texts.audiences[value],
          isDisabled: draft.workshopId === null && value !== "anyone",
        }))}
        value={settings.audience}
        onChange={(value) => set({ audience: audiences.find((each) => each === value) ?? "anyone" }, "audience")}
      />
      <ChoiceGroupField
        kind="radio"
        id={controlId("settings.identityMode")}
        name="identity"
        legend={texts.identity}
        options={identities.map((value) => ({
          value,
          label: texts.identities[value],
          hint: texts.identityHints[value],
          isDisabled: draft.isIdentityModeLocked,
        }))}
        value={settings.identityMode}
        onChange={(value) => set({ identityMode: value === "anonymous" ? "anonymous" : "identified" }, "identityMode")}
      >
        {draft.isIdentityModeLocked && (
          <Notice tone="info" title={texts.lockedTitle}>
            <p>{texts.locked}</p>
          </Notice>
        )}
      </ChoiceGroupField>
      <Moments settings={settings} set={set} />
      <p className="muted small">{texts.zone}</p>
    </div>
  );
}

interface MomentsProps {
  settings: QuestionnaireSettings;
  set: (parts: Partial<QuestionnaireSettings>, place: string) => void;
}

function Moments({ settings, set }: MomentsProps) {
  const { words } = useBuilder();
  return (
    <div className="form-row">
      {(["opensAt", "closesAt"] as const).map((moment) => (
        <InputField
          key={moment}
          id={controlId(`settings.${moment}`)}
          label={words.settingsPart[moment]}
          type="datetime-local"
          value={wallTime(settings[moment])}
          onChange={(event) => set({ [moment]: instantOf(event.currentTarget.value, defaultTimeZone) ?? null }, moment)}
        />
      ))}
    </div>
  );
}

const wallTime = (instant: string | null) => (instant === null ? "" : wallTimeOf(instant, defaultTimeZone));
