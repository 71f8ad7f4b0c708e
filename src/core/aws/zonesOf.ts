import type { Catalogue } from './catalogue.ts'
import { indexOf } from './catalogueIndex.ts'

const NONE: Readonly<Record<string, string>> = {}

/** Zone name -> zone id of a Region as one example account sees them (other accounts see other names); empty for unknown Regions. */
export const zonesOf = (catalogue: Catalogue, region: string): Readonly<Record<string, string>> =>
  indexOf(catalogue).regions.get(region)?.zones ?? NONE
