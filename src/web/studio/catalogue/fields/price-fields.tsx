import { useState } from "react";
import { InputField, SelectField } from "../../../design-system/text-fields.tsx";
import { controlId, issueText, useWorkshopEditor } from "../editor-context.ts";
import { centsOf, currencies, typedPrice } from "./price.ts";

/** The price as information, with its currency. */
export function PriceFields() {
  const editor = useWorkshopEditor();
  const { content, draft, store, words, language } = editor;
  const { priceCents, currency } = content;
  const decimalSign = language === "pl" ? "," : ".";
  const [typed, setTyped] = useState(() => typedPrice(priceCents, decimalSign));
  const [followed, setFollowed] = useState(priceCents);
  if (followed !== priceCents) {
    setFollowed(priceCents);
    if (centsOf(typed) !== priceCents) setTyped(typedPrice(priceCents, decimalSign));
  }
  const write = (text: string) => {
    setTyped(text);
    const cents = centsOf(text);
    if (cents === undefined || cents === priceCents) return;
    store.change({ priceCents: cents, currency: cents === null ? null : (currency ?? currencies[0]) }, "priceCents");
  };
  const offered =
    currency === null || currencies.some((each) => each === currency) ? currencies : [currency, ...currencies];
  return (
    <div className="form-row">
      <InputField
        id={controlId("priceCents")}
        label={words.seats.price}
        hint={words.seats.priceHint}
        className="input-number"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        error={centsOf(typed) === undefined ? words.seats.priceInvalid : issueText(editor, "priceCents")}
        readOnly={!draft.canEdit}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {priceCents !== null && (
        <SelectField
          id={controlId("currency")}
          label={words.seats.currency}
          value={currency ?? currencies[0]}
          disabled={!draft.canEdit}
          onChange={(event) => store.change({ currency: event.currentTarget.value }, "currency")}
          options={offered.map((each) => ({ value: each, label: each }))}
        />
      )}
    </div>
  );
}
