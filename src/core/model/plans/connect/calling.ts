import { definitions } from '../../kinds/definitions.ts'
import { changing, type Rule, rule, rules } from './linking.ts'

/** Lines of who calls AWS by which role. */
export const calling: readonly Rule[] = [
  rule(
    'client',
    'iam-role',
    (client, role) =>
      client.role === role.id
        ? `${client.name} calls by ${role.name} already`
        : changing(client, { role: role.id }, `${client.name} calls AWS by ${role.name}`),
    true,
  ),
  ...rules(
    ['client', 'iam-role', 'iam-user'],
    ['policy-resource'],
    (_, resource) =>
      `Calls are not drawn but asked about: add “and call …” to a request, about ${definitions['policy-resource'].detail(resource)} ${resource.name}`,
    true,
  ),
]
