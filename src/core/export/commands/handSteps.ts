import type { Part, PartName, PartOf } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import {
  acceptCall,
  acceptedPeeringCall,
  acceptPeeringCall,
  associateCall,
  associatedCall,
  authorizeCall,
  endpointPolicyCall,
  foundListRouteCall,
  grantCall,
  keyPolicyCall,
  listRouteCall,
  nameServiceCall,
  peerAttachmentCall,
  peeringDnsCall,
  readNameCall,
  replaceLocalCall,
  verifyNameCall,
  vpnAttachmentCall,
} from '../steps/byHand.ts'
import { printCall, printQuietly } from './printCall.ts'
import { namesOf, variable } from './word.ts'

/** What no template can do: commands that are run by hand between or after deployments. */
export interface HandStep {
  readonly part: Part
  readonly stack: StackPlan
  readonly title: string
  readonly commands: readonly string[]
  /** A command that prints something where the others were run before; null where they may be run again. */
  readonly found: string | null
  /** What has to happen outside before further commands. */
  readonly later: { readonly words: string; readonly commands: readonly string[] } | null
  /** Logical names whose ids the commands take, as `$id_NAME`. */
  readonly takes: readonly string[]
  /** Logical name whose id is known afterwards, as `$id_NAME`; null where nothing waits for it. */
  readonly gives: string | null
}

interface Words {
  readonly title: string
  readonly commands: readonly string[]
  readonly found?: string
  readonly later?: HandStep['later']
  /** How the id that others wait for is set. */
  readonly sets?: string
}
type Steps = { readonly [N in PartName]?: (part: PartOf<N>, stack: StackPlan) => Words | null }

const STEPS: Steps = {
  'peering-dns': (part, stack) => ({
    title: `Resolve host names of the ${part.side}’s side to private addresses over ${part.construct.id}`,
    commands: [printQuietly(stack, peeringDnsCall(part, stack))],
  }),
  'transit-peering-acceptance': (part, stack) => {
    const { between } = part
    const own =
      between && `id_${nameOf(stack, part.key)}=$(${printCall(stack, peerAttachmentCall({ ...part, between }, stack))})`
    return {
      title: `Accept the transit gateway peering ${part.construct.id} (its state must have become pendingAcceptance)`,
      commands: [...(own ? [own] : []), printQuietly(stack, acceptPeeringCall(part, stack))],
      found: printCall(stack, acceptedPeeringCall(part, stack)),
      sets: variable(stack, between ? part.key : part.attachment),
    }
  },
  'transit-list-route': (part, stack) => ({
    title: `Route to a prefix list in ${part.construct.id}`,
    commands: [printQuietly(stack, listRouteCall(part, stack))],
    found: printCall(stack, foundListRouteCall(part, stack)),
  }),
  'vpn-attachment': (part, stack) => ({
    title: `Look up the attachment of ${part.construct.id}`,
    commands: [],
    sets: `$(${printCall(stack, vpnAttachmentCall(part, stack))})`,
  }),
  'endpoint-policy': (part, stack) => ({
    title: `Give ${part.construct.id} its policy, which names what waited for the endpoint`,
    commands: [printQuietly(stack, endpointPolicyCall(part, stack))],
  }),
  'key-policy': (part, stack) => ({
    title: `Give ${part.construct.id} its policy, which names what waited for the key`,
    commands: [printCall(stack, keyPolicyCall(part, stack))],
  }),
  'key-grant': (part, stack) => ({
    title: `Grant the use of ${part.construct.id}`,
    commands: [printCall(stack, grantCall(part, stack))],
  }),
  'service-name': (part, stack) => ({
    title: `Give ${part.construct.id} its private DNS name`,
    commands: [printQuietly(stack, nameServiceCall(part, stack)), printCall(stack, readNameCall(part, stack))],
    later: {
      words: 'Put the TXT record of the answer into public DNS. Once it is there',
      commands: [printQuietly(stack, verifyNameCall(part, stack))],
    },
  }),
  'connection-acceptance': (part, stack) => ({
    title: `Accept an endpoint at ${part.construct.id}`,
    commands: [printCall(stack, acceptCall(part, stack))],
    sets: variable(stack, part.endpoint),
  }),
  'zone-authorization': (part, stack) => ({
    title: `Let another account associate its VPC with ${part.construct.id}`,
    commands: [printQuietly(stack, authorizeCall(part, stack))],
    sets: variable(stack, part.zone),
  }),
  'zone-association': (part, stack) => ({
    title: `Associate the VPC with ${part.construct.id}`,
    commands: [printQuietly(stack, associateCall(part, stack))],
    found: printCall(stack, associatedCall(part, stack)),
  }),
  route: (part, stack) =>
    part.replacesLocal
      ? {
          title: `Lead the local route of ${part.construct.id} elsewhere`,
          // The IPv6 block of a VPC is AWS's choice
          commands: [
            printCall(stack, replaceLocalCall(part, stack)).replace(/"\$id_\w+_block"/, 'IPV6_BLOCK_OF_THE_VPC'),
          ],
        }
      : null,
}

const wordsOf = <N extends PartName>(part: PartOf<N>, stack: StackPlan): Words | null =>
  STEPS[part.name]?.(part, stack) ?? null

/** The steps by hand of an export, in the order of its parts. */
export const handStepsOf = (stacks: readonly StackPlan[]): readonly HandStep[] =>
  stacks.flatMap((stack) =>
    stack.parts.flatMap((part) => {
      const words = wordsOf(part, stack)
      if (!words) return []
      const name = nameOf(stack, part.key)
      const { title, sets, found = null, later = null } = words
      const commands = [...words.commands, ...(sets === undefined ? [] : [`id_${name}=${sets}`])]
      const waitsFor = part.name === 'zone-association' ? [nameOf(stack, part.authorization)] : []
      const takes = [
        ...namesOf([...commands, ...(found === null ? [] : [found]), ...(later?.commands ?? [])].join('\n')).filter(
          (one) => one !== name,
        ),
        ...waitsFor,
      ]
      return [{ part, stack, title, commands, found, later, takes, gives: sets === undefined ? null : name }]
    }),
  )
