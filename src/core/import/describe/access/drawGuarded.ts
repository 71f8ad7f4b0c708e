import { idFrom } from '../../fields.ts'
import { add, type Importing, note } from '../../importing.ts'
import { placeOfArn } from '../../places.ts'
import { accountByNumber, accountNumberOf, regionByCode, regionCodeOf } from '../../whereabouts.ts'
import { freeId } from '../readers/clients.ts'
import { drawAccessPoint } from './drawAccessPoint.ts'
import { drawBucket } from './drawBucket.ts'
import { type Guarded, guardedThings } from './guardedThings.ts'
import { keyDetails } from './keyDetails.ts'

/** A drawing of more is none; the rest is told. */
const MOST = 300

/** Draws what carries a policy, where the files say what its policy is, or that there is none. Of all else nobody knows more than a design without it. */
export function drawGuarded(importing: Importing): void {
  const all = [...guardedThings(importing).values()]
  const known = all.filter(({ policy }) => policy !== undefined)
  const [left] = known.slice(MOST)
  if (left)
    note(importing, 'skipped', `${known.length - MOST} more resources with a policy are left out`, left.entry.place)
  const shown = known.slice(0, MOST).map((one) => ({ ...one, policy: one.policy ?? null }))
  const isAccessPoint = ({ arn }: Guarded) => /^arn:[^:]*:s3:[^:]*:[^:]*:accesspoint\//.test(arn)
  for (const one of shown) if (!isAccessPoint(one)) drawOne(importing, one)
  // what they lead to comes first
  for (const one of shown) if (isAccessPoint(one)) drawAccessPoint(importing, one)
}

function drawOne(importing: Importing, one: Guarded & { readonly policy: string | null }): void {
  const { arn, entry, policy } = one
  const [, , service = '', , , ...rest] = arn.split(':')
  const what = rest.join(':')
  if (service === 's3' && !what.includes('/')) {
    drawBucket(importing, what, one)
    return
  }
  const name = what.replace(/^(?:table|repository|event-bus|secret|function|key)[/:]/, '')
  const placed = {
    name,
    region: regionByCode(importing, placeOfArn(arn).region ?? regionCodeOf(importing, entry), entry),
    account: accountByNumber(importing, placeOfArn(arn).account ?? accountNumberOf(entry)),
    policy,
  }
  if (service === 'dynamodb' && /^table\/[^/]+$/.test(what)) {
    add(importing, entry, {
      kind: 'dynamodb-table',
      id: freeId(importing, `table-${name}`),
      tableName: name,
      ...placed,
    })
    return
  }
  const id = freeId(importing, idFrom(`${service}-${name}`))
  add(importing, entry, {
    kind: 'policy-resource',
    id,
    arn,
    ...placed,
    ...(service === 'kms' && keyDetails(importing, arn)),
  })
}
