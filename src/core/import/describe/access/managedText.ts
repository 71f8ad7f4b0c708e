import { publishedPolicy } from '../../../aws/managedPolicies/publishedPolicy.ts'
import { asFields, asFlag, asRecords, asText } from '../../fields.ts'
import { type Importing, note } from '../../importing.ts'
import type { Fields } from '../../ledger.ts'
import { keepPolicy } from './keepPolicy.ts'

/**
 * What stands in a managed policy: its default version, as `get-account-authorization-details` or `get-policy-version` says it; of AWS’s own the
 * published text where the files have none. null = nobody said it.
 */
export function managedText(importing: Importing, arn: string): string | null {
  const known = importing.memory.get(`policy ${arn}`) as { readonly text: string | null } | undefined
  if (known) return known.text
  const text = inDetails(importing, arn) ?? inVersions(importing, arn) ?? published(importing, arn)
  importing.memory.set(`policy ${arn}`, { text })
  return text
}

function inDetails(importing: Importing, arn: string): string | null {
  const entry = importing.find('Policies', arn)
  if (!entry) return null
  const standing = asText(entry.value.DefaultVersionId)
  const versions = asRecords(entry.value.PolicyVersionList)
  const found = versions.find((one) =>
    standing === null ? asFlag(one.IsDefaultVersion) === true : asText(one.VersionId) === standing,
  )
  return found ? keepPolicy(importing, found.Document, arn, entry.place) : null
}

function inVersions(importing: Importing, arn: string): string | null {
  const standing = asText(importing.find('Policies', arn)?.value.DefaultVersionId)
  for (const entry of importing.where('PolicyVersions', 'PolicyArn', arn)) {
    const version: Fields = asFields(entry.value.PolicyVersion)
    const isMeant =
      standing === null ? asFlag(version.IsDefaultVersion) !== false : asText(version.VersionId) === standing
    if (isMeant) return keepPolicy(importing, version.Document, arn, entry.place)
  }
  return null
}

function published(importing: Importing, arn: string): string | null {
  const found = publishedPolicy(arn)
  if (found === null) {
    note(importing, 'unknown', `${arn}: what this policy says is not in the files`)
    return null
  }
  note(
    importing,
    'assumed',
    `${arn}: the files have no version of it; AWS’s ${found.version} of ${found.created} is taken`,
  )
  return found.text
}
