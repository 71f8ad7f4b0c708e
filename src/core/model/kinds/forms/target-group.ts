import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { TARGET_HEALTH } from '../target-group.ts'
import { optionsOf } from './parts.ts'

/** What one reads and fills in of a target group. */
export const targetGroupForm: Form<ConstructOf<'target-group'>> = {
  summary: 'The targets of a load balancer’s listener: instances, addresses, or an Application Load Balancer.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  fields: [
    {
      key: 'targetType',
      label: 'Target type',
      input: 'select',
      options: optionsOf(['instance', 'ip', 'alb'], {
        instance: 'Instances',
        ip: 'IP addresses',
        alb: 'Application Load Balancer',
      }),
    },
    {
      key: 'protocol',
      label: 'Protocol',
      input: 'select',
      options: ['TCP', 'UDP', 'TLS', 'TCP_UDP', 'HTTP', 'HTTPS', 'GENEVE'].map((value) => ({
        value,
        label: value.replace('_', ' and '),
      })),
    },
    { key: 'port', label: 'Port', input: 'number', min: 0, max: 65535 },
    {
      key: 'targets',
      label: 'Targets',
      input: 'rows',
      rowLabel: 'Target',
      most: 1000,
      blank: { target: null, address: null, port: null, health: 'healthy' },
      of: [
        {
          key: 'target',
          label: 'Target',
          input: 'reference',
          kinds: ['client', 'application-load-balancer'],
          optional: true,
          noneLabel: 'A bare address',
        },
        { key: 'address', label: 'Address', input: 'address', optional: true, help: 'For targets by IP address.' },
        {
          key: 'port',
          label: 'Port',
          input: 'number',
          min: 0,
          max: 65535,
          optional: true,
          help: 'Empty: the port of the group.',
        },
        {
          key: 'health',
          label: 'Health',
          input: 'select',
          options: optionsOf(TARGET_HEALTH),
          help: 'Connections go to healthy targets; to all of them when none is healthy.',
        },
      ],
    },
    {
      key: 'preserveClientIp',
      label: 'Preserve client IP addresses',
      input: 'boolean',
      noneLabel: 'As AWS has it by type',
      help: 'On: targets see the client’s address. Through PrivateLink they see that of the load balancer in any case.',
    },
    {
      key: 'proxyProtocol',
      label: 'Proxy Protocol v2',
      input: 'boolean',
      help: 'On: a header tells the target the client’s address and the endpoint’s id.',
    },
    {
      key: 'healthCheckPort',
      label: 'Health check port',
      input: 'number',
      min: 1,
      max: 65535,
      optional: true,
      help: 'Empty: the port that each target gets connections on; appliances (GENEVE) are asked on port 80.',
    },
    {
      key: 'healthCheckProtocol',
      label: 'Health check protocol',
      input: 'select',
      options: optionsOf(['default', 'TCP', 'HTTP', 'HTTPS'], { default: 'As AWS has it by type' }),
    },
    {
      key: 'crossZone',
      label: 'Cross-zone load balancing',
      input: 'boolean',
      noneLabel: 'As its load balancer has it',
    },
  ],
}
