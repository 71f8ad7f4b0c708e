import { listOfKind } from '../model/containment.ts'
import { fieldProblems } from '../model/fields/fieldProblems.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** Source: the catalogue's list of Regions, read from AWS's published lists. */
export const unknownRegion: Check = {
  id: 'unknown-region',
  severity: 'warning',
  title: 'Region that is not in our list',
  why: 'Zones, services and their addresses are those of a Region. Of a Region that our list lacks none are known: it may be new, or misspelt.',
  learnMore: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  *find({ design, catalogue }) {
    const known = new Set(catalogue.regions.map((region) => region.code))
    for (const region of listOfKind(design, 'region')) {
      if (known.has(region.code) || fieldProblems(region).length > 0) continue
      yield {
        at: [place(region.id, 'code')],
        message: `The ${called(design, region.id)} has the code ${region.code}, which is not in our list of Regions of ${catalogue.dates.regions}.`,
      }
    }
  },
  examples: {
    bad: () => buildDesign((b) => void b.region('us-middle-1')),
    good: () => buildDesign((b) => void b.region('us-east-1')),
  },
}
