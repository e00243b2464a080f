import type { Enrolment, MyEnrolment, StudioEnrolment } from "../../shared/enrolment/contract.ts";
import { type Language, readText } from "../../shared/kernel/locale.ts";
import type { EnrolmentRow, MyEnrolmentRow, StudioEnrolmentRow } from "./tables.ts";

export function presentEnrolment(row: EnrolmentRow): Enrolment {
  return {
    id: row.id,
    workshopId: row.workshopId,
    status: row.status,
    position: row.position,
    offeredUntil: row.offeredUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function presentForStudio(row: StudioEnrolmentRow): StudioEnrolment {
  const participant = { id: row.participantId, name: row.participantName, email: row.participantEmail };
  return { ...presentEnrolment(row), participant };
}

export function presentMine(row: MyEnrolmentRow, language: Language): MyEnrolment {
  const [own, other] = language === "en" ? [row.slugEn, row.slugPl] : [row.slugPl, row.slugEn];
  return {
    ...presentEnrolment(row),
    workshop: {
      slug: row.isPublic ? (own ?? other) : null,
      title: readText(row.title, language) ?? { text: "–", language },
      startsAt: row.startsAt?.toISOString() ?? null,
      endsAt: row.endsAt?.toISOString() ?? null,
      timeZone: row.timeZone,
      isCancelled: row.isCancelled,
    },
  };
}
