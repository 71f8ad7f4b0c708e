import prices from './hourlyPrices.json' with { type: 'json' }

interface Sourced {
  readonly source: string
  /** When the source was published. */
  readonly date: string
  /** H = a page, price data or an offer file of AWS's; M = a secondary source, or matched indirectly. */
  readonly confidence: string
}
interface PriceItem extends Sourced {
  readonly per: string
  /** USD by Region; one that is missing is not known. */
  readonly byRegion?: Readonly<Record<string, number>>
  readonly everywhere?: number
  /** What has another source or confidence in a Region. */
  readonly otherwise?: Readonly<Record<string, Partial<Sourced>>>
}
export type Priced = keyof typeof prices.items
const ITEMS: Readonly<Record<Priced, PriceItem>> = prices.items
const SOURCES: Readonly<Record<string, string>> = prices.sources

/** What an hour of a thing costs on demand, in USD, without tax, free tier or terms of one's own. */
export interface HourlyPrice extends Sourced {
  readonly usd: number
  readonly per: string
}

/** The price in a Region; null where it is not known, which is not zero. */
export function hourlyPrice(what: Priced, region: string): HourlyPrice | null {
  const { byRegion = {}, everywhere, otherwise = {}, per, source, date, confidence } = ITEMS[what]
  const usd = everywhere ?? (Object.hasOwn(byRegion, region) ? byRegion[region] : undefined)
  if (usd === undefined) return null
  const here = Object.hasOwn(otherwise, region) ? otherwise[region] : undefined
  const sourced = { source, date, confidence, ...here }
  return { usd, per, ...sourced, source: SOURCES[sourced.source] ?? sourced.source }
}
