import { useState } from "react";
import { clearCache } from "../../api/operations.ts";
import { Button } from "../../design-system/button.tsx";
import { InputField } from "../../design-system/text-fields.tsx";
import { operationsMessages } from "../../i18n/operations.ts";
import { useAction } from "../frame/use-action.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";

/** For a tag that lies only in Redis, or below the two hundred largest. */
export function ClearByName() {
  const words = operationsMessages[useStudioLanguage()].cache;
  const [tag, setTag] = useState("");
  const clear = useAction({
    act: (name: string) => clearCache({ body: { tag: name } }),
    outdates: "cache",
    done: () => words.cleared(tag),
  });
  return (
    <form
      className="cluster clear-by-name"
      onSubmit={(event) => {
        event.preventDefault();
        clear.mutate(tag.trim());
      }}
    >
      <InputField
        id="tag"
        label={words.tag}
        hint={words.tagHint}
        value={tag}
        pattern="[\w:.\/\-]{1,200}"
        isRequired
        onChange={(event) => setTag(event.currentTarget.value)}
      />
      <Button type="submit" isLoading={clear.isPending}>
        {words.byName}
      </Button>
    </form>
  );
}
