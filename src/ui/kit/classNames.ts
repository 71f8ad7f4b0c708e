/** Joins class names and leaves out what is not set. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')

/** The look of everything one types into or picks from. */
export const CONTROL =
  'h-7 w-full min-w-0 rounded-md border border-control bg-surface px-2 text-ink placeholder:text-faint hover:border-soft focus-visible:outline-offset-0 aria-invalid:border-bad disabled:opacity-60'
