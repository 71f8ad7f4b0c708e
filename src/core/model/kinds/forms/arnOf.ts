/** What is wrong with a text that has to be an ARN of a service. */
export const arnOf =
  (service: string) =>
  (text: string): string | null =>
    new RegExp(`^arn:[a-z-]+:${service}:[a-z0-9-]*:\\d{12}:\\S+$`).test(text)
      ? null
      : `“${text}” is not an ARN of ${service}: arn:aws:${service}:REGION:ACCOUNT:…`
