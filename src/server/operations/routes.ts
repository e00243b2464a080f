import { AppError } from "../../shared/kernel/error.ts";
import { operationsContract } from "../../shared/operations/contract.ts";
import { type Route, route } from "../platform/http/route.ts";
import type { MailService } from "../platform/mail/mail.ts";

export interface OperationsDeps {
  mail: Pick<MailService, "isDelivering" | "listMessages" | "getMessage">;
}

export function operationsRoutes({ mail }: OperationsDeps): Route[] {
  return [
    route(operationsContract.listMessages, async () => ({
      items: await mail.listMessages(),
      isDelivering: mail.isDelivering,
    })),
    route(operationsContract.getMessage, async ({ params }) => {
      const message = await mail.getMessage(params.name);
      if (!message) throw new AppError("not_found");
      return message;
    }),
  ];
}
