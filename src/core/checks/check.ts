import type { ActionCatalogue } from '../aws/actions/serviceActions.ts'
import type { Catalogue } from '../aws/catalogue.ts'
import type { Design } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import type { Origin } from '../topology/origin.ts'
import type { Topology } from '../topology/topology.ts'

export type Severity = 'error' | 'warning' | 'advice'
export interface Fix {
  readonly title: string
  /** `review`: changes what the network does beyond the finding; the person should look first. */
  readonly safety: 'safe' | 'review'
  readonly edits: readonly [Edit, ...Edit[]]
}
/** One place in the design that a check objects to. */
export interface Finding {
  readonly check: string
  readonly severity: Severity
  readonly title: string
  /** The places, the first is where the page leads. */
  readonly at: readonly [Origin, ...Origin[]]
  readonly message: string
  /** AWS's own refusal, word for word where known. */
  readonly awsError: string | null
  readonly learnMore: string
  readonly fixes: readonly Fix[]
}
export interface CheckContext {
  readonly design: Design
  readonly topology: Topology
  readonly catalogue: Catalogue
  /** What IAM knows of the services that the policies name; checks that need it find nothing without. `checkDesign` fetches it. */
  readonly actions?: ActionCatalogue | undefined
}
export interface Sighting {
  readonly at: Finding['at']
  readonly message: string
  readonly awsError?: string
  readonly fixes?: readonly Fix[]
}
/** One analyser of the design. Its file holds its words, its source and two designs that are run: one it objects to, one it does not. */
export interface Check {
  readonly id: string
  readonly severity: Severity
  readonly title: string
  readonly why: string
  readonly learnMore: `https://docs.aws.amazon.com/${string}`
  find(context: CheckContext): Iterable<Sighting>
  readonly examples: { readonly bad: () => Design; readonly good: () => Design }
}
