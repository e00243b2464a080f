import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { type ButtonLook, buttonClass } from "../button.tsx";

export type PressButtonProps = ButtonLook &
  Omit<AriaButtonProps, "className" | "isPending"> & {
    className?: string | undefined;
    isLoading?: boolean | undefined;
    /** A square button around an icon; give it an aria-label. */
    isIcon?: boolean | undefined;
  };

/** The same look as Button, able to open menus, dialogs and tooltips. */
export function PressButton({ variant, size, className, isLoading, isIcon, ...rest }: PressButtonProps) {
  const extra = [isIcon && "button-icon", className].filter(Boolean).join(" ");
  return (
    <AriaButton
      {...rest}
      className={buttonClass({ variant, size }, extra)}
      isPending={isLoading ?? false}
      data-loading={isLoading || undefined}
    />
  );
}
