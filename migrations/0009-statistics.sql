-- The performance guide's section 1.3, with the unique index that a concurrent refresh needs.
create materialized view workshop_statistics as
select w.id,
       count(distinct e.participant_id) as enrolled_count,
       count(distinct s.id) as session_count
from workshops w
left join enrollments e on w.id = e.workshop_id
left join sessions s on w.id = s.workshop_id
where w.deleted_at is null
group by w.id;
create unique index workshop_statistics_id on workshop_statistics (id);

create or replace function refresh_workshop_statistics()
returns void as $$
begin
    refresh materialized view concurrently workshop_statistics;
end;
$$ language plpgsql;
