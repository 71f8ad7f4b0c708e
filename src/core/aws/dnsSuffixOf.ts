import type { Catalogue } from './catalogue.ts'
import { indexOf } from './catalogueIndex.ts'
import { onSuffixOf } from './templateOf.ts'

/** What names of AWS in a Region end in: `amazonaws.com`, in China `amazonaws.com.cn`; that of most for a Region that nobody knows. */
export const dnsSuffixOf = (catalogue: Catalogue, region: string): string =>
  indexOf(catalogue).regions.get(region)?.dnsSuffix ?? 'amazonaws.com'

/** What names of AWS that say `on` end in there: `on.aws`. */
export const onSuffixIn = (catalogue: Catalogue, region: string): string =>
  onSuffixOf(indexOf(catalogue).regions.get(region)?.dualStackSuffix ?? 'api.aws')
