create table enrollments (
  id uuid primary key,
  workshop_id uuid not null references workshops,
  participant_id uuid not null references people,
  enrollment_status text not null check (enrollment_status in
    ('pending', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'declined', 'expired', 'completed')),
  -- Order of arrival, drawn while the workshop's row is locked.
  arrival_number bigint generated always as identity,
  offered_until timestamptz,
  confirmed_at timestamptz,
  closed_at timestamptz,
  note text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
-- One living enrolment per person and workshop.
create unique index enrollments_one_living on enrollments (workshop_id, participant_id)
  where enrollment_status in ('pending', 'confirmed', 'waitlisted', 'offered', 'completed') and deleted_at is null;
create index enrollments_line on enrollments (workshop_id, arrival_number) where enrollment_status = 'waitlisted';
create index enrollments_open_offers on enrollments (offered_until) where enrollment_status = 'offered';

-- Named by the performance guide (section 1.1).
create index idx_enrollments_user_status on enrollments (participant_id, enrollment_status) where deleted_at is null;
create index idx_enrollments_workshop_status on enrollments (workshop_id, enrollment_status);
