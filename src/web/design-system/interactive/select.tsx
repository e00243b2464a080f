import {
  Select as AriaSelect,
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from "react-aria-components";
import { messagesFor } from "../../i18n/messages.ts";
import { RequiredMark } from "../field.tsx";
import { Icon } from "./icon.tsx";
import { useInterfaceLanguage } from "./interface-language.tsx";

export interface SelectProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  isRequired?: boolean | undefined;
  isDisabled?: boolean | undefined;
  isLabelHidden?: boolean | undefined;
  options: readonly { value: string; label: string; description?: string | undefined; lang?: string | undefined }[];
  value: string | null;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  name?: string | undefined;
}

/** A select whose options may carry a second line. */
export function Select(props: SelectProps) {
  const words = messagesFor(useInterfaceLanguage());
  return (
    <AriaSelect
      className="field"
      name={props.name}
      value={props.value}
      onChange={(key) => key !== null && props.onChange(String(key))}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      placeholder={props.placeholder ?? words.choose}
    >
      <Label className={props.isLabelHidden ? "field-label visually-hidden" : "field-label"}>
        {props.label}
        {props.isRequired && <RequiredMark />}
      </Label>
      {props.hint && (
        <Text slot="description" className="field-hint">
          {props.hint}
        </Text>
      )}
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="down" />
      </Button>
      <FieldError className="field-error">{props.error}</FieldError>
      <Popover className="popover">
        <ListBox className="menu">
          {props.options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className="menu-item" textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span className="select-option">
                    <Text slot="label">
                      <span lang={option.lang}>{option.label}</span>
                    </Text>
                    {option.description && (
                      <Text slot="description" className="select-description">
                        {option.description}
                      </Text>
                    )}
                  </span>
                  {isSelected && <Icon name="check" />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
