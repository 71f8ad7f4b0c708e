import table from './managedPolicies.json' with { type: 'json' }

/** A managed policy of AWS’s own as it had published it. */
export interface PublishedPolicy {
  /** `v3`. */
  readonly version: string
  /** The day on which AWS made that version. */
  readonly created: string
  readonly text: string
}

const byArn: ReadonlyMap<string, PublishedPolicy> = new Map(
  table.policies.map(({ arn, version, created, document }) => [
    arn,
    { version, created, text: JSON.stringify(document, null, 2) },
  ]),
)

/** One of AWS’s managed policies, of the few that are carried; null: its text is public, and not here. */
export const publishedPolicy = (arn: string): PublishedPolicy | null => byArn.get(arn) ?? null
