import { asFields, asRecords, asText, asTexts, lastPart, peekText, plain } from '../../fields.ts'
import type { Importing } from '../../importing.ts'
import { placeOfArn } from '../../places.ts'

/** As the format has them. */
const [MOST_ALIASES, MOST_GRANTS] = [50, 1000]

interface KeyDetails {
  readonly aliases: string[]
  readonly grants: { readonly grantee: string; readonly operations: string[]; readonly constrained: boolean }[]
}

/** `kms list-aliases` and `list-grants`: what a key goes by, and who may use it beside what its policy says. Source: KMS API, AliasListEntry, GrantListEntry. */
export function keyDetails(importing: Importing, arn: string): KeyDetails {
  const id = lastPart(arn)
  const { account, region } = placeOfArn(arn)
  const isOfKey = (key: string | null, at: { account: string | null; region: string | null }) =>
    key === arn || (key === id && (at.account ?? account) === account && (at.region ?? region) === region)
  return {
    aliases: importing
      .records('Aliases')
      .flatMap((entry) => {
        const name = asText(entry.value.AliasName)
        const place = placeOfArn(peekText(entry.value.AliasArn))
        return name !== null && isOfKey(asText(entry.value.TargetKeyId), place.account === null ? entry : place)
          ? [plain(name, 255)]
          : []
      })
      .slice(0, MOST_ALIASES),
    grants: importing
      .records('Grants')
      .filter((entry) => isOfKey(asText(entry.value.KeyId), entry))
      .flatMap(({ value }) => {
        const grantee = asText(value.GranteePrincipal)
        const constraints = asRecords([asFields(value.Constraints)])[0]!
        return grantee === null
          ? []
          : [
              {
                grantee: plain(grantee, 2048),
                operations: asTexts(value.Operations).slice(0, 30),
                constrained: Object.keys(constraints).length > 0,
              },
            ]
      })
      .slice(0, MOST_GRANTS),
  }
}
