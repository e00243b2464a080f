import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Keyboard,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from "react-aria-components";
import type { ButtonLook } from "../button.tsx";
import { Icon } from "./icon.tsx";
import { PressButton } from "./press-button.tsx";

export interface MenuAction {
  id: string;
  label: string;
  tone?: "normal" | "danger" | undefined;
  /** Shown beside the label, such as "Ctrl D". */
  shortcut?: string | undefined;
  isDisabled?: boolean | undefined;
  href?: string | undefined;
  onAction?: (() => void) | undefined;
}

export type MenuEntry = MenuAction | { id: string; isSeparator: true };

export interface MenuProps extends ButtonLook {
  /** The name of the menu; of its button too when `trigger` is left out. */
  label: string;
  /** The text of the button; without it the button shows three dots. */
  trigger?: ReactNode;
  items: readonly MenuEntry[];
}

/** A button with a list of things to do. */
export function Menu({ label, trigger, items, variant, size }: MenuProps) {
  return (
    <MenuTrigger>
      <PressButton
        variant={variant ?? (trigger ? "secondary" : "quiet")}
        size={size}
        isIcon={!trigger}
        aria-label={trigger ? undefined : label}
      >
        {trigger ?? <Icon name="more" />}
        {trigger && <Icon name="down" />}
      </PressButton>
      <Popover className="popover" placement="bottom start">
        <AriaMenu className="menu" aria-label={label}>
          {items.map((item) =>
            "isSeparator" in item ? (
              <Separator key={item.id} className="menu-separator" />
            ) : (
              <MenuRow key={item.id} item={item} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function MenuRow({ item }: { item: MenuAction }) {
  return (
    <AriaMenuItem
      id={item.id}
      className={item.tone === "danger" ? "menu-item menu-item-danger" : "menu-item"}
      textValue={item.label}
      isDisabled={item.isDisabled ?? false}
      href={item.href}
      onAction={item.onAction}
    >
      <Text slot="label">{item.label}</Text>
      {item.shortcut && <Keyboard className="menu-shortcut">{item.shortcut}</Keyboard>}
    </AriaMenuItem>
  );
}
