/** How many of the connections work, as a sentence without its full stop; `share` is above 0 and below 1. */
export function sayShare(share: number): string {
  const percent = (part: number) => `${Number((part * 100).toPrecision(2))} %`
  return share > 0.99
    ? `About ${percent(1 - share)} of the connections do not get through`
    : `About ${percent(share)} of the connections get through`
}
