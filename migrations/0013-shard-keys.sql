-- Every table that grows carries the key it would be spread by: enrollments the workshop; responses, participations and
-- consents the questionnaire; audit_log its moment. Only the consents lacked theirs.
alter table response_consents add column questionnaire_id uuid references questionnaires;
update response_consents c set questionnaire_id = r.questionnaire_id from responses r where r.id = c.response_id;
alter table response_consents alter column questionnaire_id set not null;
