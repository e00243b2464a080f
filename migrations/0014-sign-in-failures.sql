-- Failures of a network also tell which account they were about, as a keyed hash: each account counts once, and signing
-- in takes its failure back, so that a lecture hall behind one address does not lock itself out.
alter table sign_in_failures add column about text;
