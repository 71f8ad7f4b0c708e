import type { Confidence, ServiceEntry } from '../../src/core/aws/catalogue.ts'

/**
 * A service whose names cannot be derived from its service name, or of which more is known than can be derived.
 * Host names that end in `{r}` go on with `.amazonaws.com`; `#` stands for a number.
 */
export interface ServiceException {
  /** What follows `com.amazonaws.{r}.`, or the whole service name. */
  readonly service: string
  /** What private DNS covers; `none` where the service has no private DNS, `unknown` where nobody has told. */
  readonly names: readonly string[] | 'none' | 'unknown'
  /** Public hosts beside those. */
  readonly publicNames?: readonly string[]
  readonly types?: ServiceEntry['types']
  readonly ports?: readonly number[]
  readonly publicPorts?: readonly number[]
  /** Where it is not the first name without its wildcard. */
  readonly hostPrefix?: string
  readonly endpointSuffix?: string
  readonly regions?: readonly string[]
  /** The service lives in these Regions alone, one a partition. */
  readonly home?: true
  /** Every name of its private DNS is known, dual-stack and FIPS ones included. */
  readonly complete?: true
  readonly confidence: Confidence
  /** Tags as in `sources.ts`. */
  readonly source: string
}
