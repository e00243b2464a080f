import { ButtonLink } from "../../design-system/button.tsx";
import { Dialog } from "../../design-system/interactive/dialog.tsx";
import { PressButton } from "../../design-system/interactive/press-button.tsx";
import { resultsMessages } from "../../i18n/results.ts";
import { mayEver, useProfile, useStudioLanguage } from "../frame/use-profile.ts";

/** The rows of the current release as a file, for those who may read rows. */
export function ExportMenu({ questionnaireId }: { questionnaireId: string }) {
  const language = useStudioLanguage();
  const words = resultsMessages[language];
  const { data: profile } = useProfile();
  if (!profile || !mayEver(profile, "responses.readRows")) return null;
  const address = (labels: string) =>
    `/api/v1/studio/questionnaires/${questionnaireId}/responses.csv?lang=${language}&labels=${labels}`;
  return (
    <Dialog
      title={words.exportTitle}
      size="small"
      trigger={<PressButton>{words.export}</PressButton>}
      footer={
        <>
          <ButtonLink href={address("codes")} download>
            {words.exportCodes}
          </ButtonLink>
          <ButtonLink href={address("texts")} download variant="primary">
            {words.exportTexts}
          </ButtonLink>
        </>
      }
    >
      <p>{words.exportText}</p>
    </Dialog>
  );
}
