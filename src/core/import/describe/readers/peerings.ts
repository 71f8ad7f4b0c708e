import { PEERING_STATES } from '../../../model/kinds/peering-connection.ts'
import { asFields, asFlag, asId, asWord } from '../../fields.ts'
import { add, type Importing, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { titleOfRecord } from '../../whereabouts.ts'

/** Those that stay listed for a while and carry nothing. */
const GONE: readonly string[] = ['deleted', 'deleting', 'rejected', 'expired', 'failed']

/** `describe-vpc-peering-connections`. The other VPC need not be in the files: what lies in it is not known then. */
export function readPeering(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.VpcPeeringConnectionId)
  const requesterInfo = asFields(value.RequesterVpcInfo)
  const accepterInfo = asFields(value.AccepterVpcInfo)
  const requester = asId(requesterInfo.VpcId)
  const accepter = asId(accepterInfo.VpcId)
  const state = asWord(asFields(value.Status).Code, PEERING_STATES)
  if (id !== null && state !== null && GONE.includes(state))
    return skip(importing, entry, id, `the peering connection is ${state}`)
  if (id === null || requester === null || accepter === null || state === null)
    return skip(importing, entry, id, 'the state or a VPC of the peering connection is not there')
  // The option of a VPC is about its own names, asked for from the other side. Source: EC2 API, VpcPeeringConnectionOptionsDescription.
  const resolvable = (info: typeof requesterInfo) =>
    asFlag(asFields(info.PeeringOptions).AllowDnsResolutionFromRemoteVpc) ?? false
  add(importing, entry, {
    kind: 'peering-connection',
    id,
    name: titleOfRecord(entry, id),
    requester,
    accepter,
    state,
    requesterDnsResolution: resolvable(accepterInfo),
    accepterDnsResolution: resolvable(requesterInfo),
  })
}
