/** A policy variable, as a policy writes it. */
export const variable = (key: string): string => `\${${key}}`
