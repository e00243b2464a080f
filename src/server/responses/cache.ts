/** On everything that is computed from the submitted responses to a questionnaire. */
export const responsesTag = (questionnaireId: string): string => `responses:${questionnaireId}`;
