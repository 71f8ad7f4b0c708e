import type { SettingsFor } from './settingsFor.ts'
import { accountNumbered, idOf, regionCalled } from './value.ts'

const REMOTE_DNS = { AllowDnsResolutionFromRemoteVpc: true }

export const peering = {
  // Only CloudFormation accepts by a role
  'peering-role': () => ({}),
  peering: (part) => ({
    VpcId: idOf(part.requester),
    PeerVpcId: idOf(part.accepter),
    PeerOwnerId: part.peerAccount === null ? undefined : accountNumbered(part.peerAccount),
    PeerRegion: part.peerRegion === null ? undefined : regionCalled(part.peerRegion),
  }),
  'peering-acceptance': (part) => ({ VpcPeeringConnectionId: idOf(part.peering) }),
  'peering-dns': (part) => ({
    VpcPeeringConnectionId: idOf(part.peering),
    RequesterPeeringConnectionOptions: part.side === 'requester' ? REMOTE_DNS : undefined,
    AccepterPeeringConnectionOptions: part.side === 'accepter' ? REMOTE_DNS : undefined,
  }),
} satisfies SettingsFor<'peering-connection'>
