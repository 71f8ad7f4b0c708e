import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import { code, plain, shellBlock } from '../text/markdown.ts'

/** Zones meet by their ids where two accounts meet at an endpoint: what a letter stands for is an account's own. */
export function zoneSection(design: Design, { stacks }: ExportPlan): string[] {
  const meets = stacks.some(({ parts }) =>
    parts.some(
      (part) =>
        part.name === 'endpoint-service' || (part.name === 'interface-endpoint' && part.service.part !== undefined),
    ),
  )
  if (!meets) return []
  const drawn = listOfKind(design, 'account').flatMap(({ id, name, accountId, zones }) =>
    Object.entries(zones).map(
      ([region, ids]) =>
        `- ${plain(name || accountId || id)} in ${code(region)}: ${Object.entries(ids)
          .map(([letter, zone]) => `${code(letter)} is ${code(zone)}`)
          .join(', ')}`,
    ),
  )
  return [
    '## Zones',
    '',
    'An endpoint can have an interface only in zones that its service has, and zones are the same where their ids are (`use1-az1`), whatever letter an account has for them. Compare both accounts before deploying:',
    '',
    shellBlock([`aws ec2 describe-availability-zones --query 'AvailabilityZones[].[ZoneName, ZoneId]' --output text`]),
    '',
    ...(drawn.length > 0 ? ['As drawn:', '', ...drawn, ''] : []),
  ]
}
