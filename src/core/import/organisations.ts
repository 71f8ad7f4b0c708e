import type { ConstructOf } from '../model/kinds/registry.ts'
import { describedOrganisation } from './describe/access/describedOrganisation.ts'
import { policyOf } from './describe/policyOf.ts'
import { asFlag, asRecords, asText, plain } from './fields.ts'
import { type Importing, ignore } from './importing.ts'

/** The list of records that say what organisation an account is in, and its policies. */
export const ORGANISATIONS = 'StackOrganisations'

type Organisation = Pick<ConstructOf<'account'>, 'organisation' | 'organisationPath' | 'isManagement' | 'scps' | 'rcps'>

/** What the files say of an account's organisation, by a template or by the calls of Organizations. */
export function organisationOf(importing: Importing, number: string): Organisation | null {
  const entry = importing.records(ORGANISATIONS).find(({ value }) => asText(value.Account) === number)
  if (!entry) return describedOrganisation(importing, number)
  const { OrgId, Scps, Rcps, IsManagement } = entry.value
  const levels = (list: unknown): Organisation['scps'] =>
    asRecords(list).map((level, i) => ({
      target: plain(asText(level.target) ?? asText(level.Target) ?? `level ${i + 1}`, 255),
      policies: asRecords(level.policies ?? level.Policies).map((policy, j) => ({
        name: plain(asText(policy.name) ?? asText(policy.Name) ?? `policy ${j + 1}`, 255),
        document: policyOf(policy.document ?? policy.Document),
      })),
    }))
  const organisation = {
    organisation: asText(OrgId),
    organisationPath: null,
    isManagement: asFlag(IsManagement) === true,
    scps: levels(Scps),
    rcps: levels(Rcps),
  }
  ignore(importing, entry.value)
  return organisation
}
