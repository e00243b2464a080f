import type { ComponentProps } from "react";

export interface ButtonLook {
  variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  size?: "small" | "medium" | "large" | undefined;
}

/** The class names of a button's look, for anything that must look like one. */
export function buttonClass({ variant = "secondary", size = "medium" }: ButtonLook, extra?: string): string {
  const names = ["button"];
  if (variant !== "secondary") names.push(`button-${variant}`);
  if (size !== "medium") names.push(`button-${size}`);
  if (extra) names.push(extra);
  return names.join(" ");
}

export type ButtonProps = ButtonLook & ComponentProps<"button"> & { isLoading?: boolean };

/**
 * A plain button. While loading it keeps its place, its text and the focus, and answers no press:
 * `aria-disabled` rather than `disabled`, which would throw the focus away.
 */
export function Button({ variant, size, isLoading = false, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size }, className)}
      aria-disabled={isLoading || undefined}
      aria-busy={isLoading || undefined}
      data-loading={isLoading || undefined}
      onClick={isLoading ? (event) => event.preventDefault() : onClick}
    />
  );
}

export type ButtonLinkProps = ButtonLook & ComponentProps<"a"> & { href: string };

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function ButtonLink({ variant, size, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={buttonClass({ variant, size }, className)}>
      {children}
    </a>
  );
}
