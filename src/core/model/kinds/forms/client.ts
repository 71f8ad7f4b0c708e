import { WORKLOAD_IDS } from '../../../aws/workloads/workloadIds.ts'
import { WORKLOAD_TITLES } from '../../../aws/workloads/workloadTitles.ts'
import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { awsIdField } from './awsIdField.ts'
import { ipv6OrAuto } from './ipv6OrAuto.ts'
import { optionsOf } from './parts.ts'

type Own = ConstructOf<'client'>
const isLambda = (construct: Own) => construct.runtime === 'lambda'
const isServer = (construct: Own) => !isLambda(construct)
const hasSystem = ({ runtime }: Own) => runtime === 'ec2' || runtime === 'ecs' || runtime === 'eks'
const mayForward = (construct: Own) => construct.interfaces.some(({ sourceDestCheck }) => !sourceDestCheck)

/** What one reads and fills in of a client. */
export const clientForm: Form<Own> = {
  summary:
    'An EC2 instance, a Lambda function, an ECS task or an EKS pod: what requests come from, and what can be asked in turn.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  fields: [
    {
      key: 'runtime',
      label: 'Runs as',
      input: 'select',
      options: [
        { value: 'ec2', label: 'EC2 instance' },
        { value: 'lambda', label: 'Lambda function' },
        { value: 'ecs', label: 'ECS task' },
        { value: 'eks', label: 'EKS pod' },
        { value: 'database', label: 'Database' },
        { value: 'other', label: 'Another service’s interface' },
      ],
    },
    {
      key: 'operatingSystem',
      label: 'Operating system',
      input: 'select',
      when: isServer,
      help: 'Decides which ports its requests come from, and so which answers a network ACL must let in.',
      options: [
        { value: 'linux', label: 'Linux' },
        { value: 'windows', label: 'Windows' },
      ],
    },
    {
      key: 'interfaces',
      label: 'Network interfaces',
      input: 'rows',
      rowLabel: 'Interface',
      most: 15,
      blank: {
        securityGroups: [],
        privateIp: null,
        secondaryIps: [],
        ipv6: null,
        publicIp: 'none',
        sourceDestCheck: true,
        interfaceId: null,
      },
      help: 'The first is the primary one; the client lies in its subnet.',
      of: [
        { key: 'subnet', label: 'Subnet', input: 'reference', kinds: ['subnet'] },
        {
          key: 'securityGroups',
          label: 'Security groups',
          input: 'references',
          kinds: ['security-group'],
          noneLabel: 'The default security group of the VPC',
        },
        {
          key: 'privateIp',
          label: 'Private IPv4 address',
          input: 'address4',
          optional: true,
          when: isServer,
          help: 'Empty: AWS chooses one of the subnet.',
        },
        {
          key: 'secondaryIps',
          label: 'Secondary private addresses',
          input: 'texts',
          of: 'address',
          when: isServer,
          help: 'Further IPv4 addresses of the same interface.',
        },
        {
          key: 'ipv6',
          label: 'IPv6 address',
          input: 'text',
          optional: true,
          when: isServer,
          help: 'Empty: none. The word auto: AWS chooses one of the subnet.',
          rule: ipv6OrAuto,
        },
        {
          key: 'publicIp',
          label: 'Public IPv4 address',
          input: 'public-address',
          when: isServer,
          help: 'None, one that AWS chooses, or an Elastic IP address.',
        },
        {
          key: 'sourceDestCheck',
          label: 'Source/destination check',
          input: 'boolean',
          when: isServer,
          help: 'Off: it may send and take packets that are not its own, as an appliance must.',
        },
        {
          key: 'interfaceId',
          label: 'Interface ID',
          input: 'text',
          optional: true,
          help: 'AWS’s own, such as eni-0a1b2c3d4e5f6a7b8, or what a template calls it; requests may name it.',
          rule: (text) =>
            /^[A-Za-z][\w.-]{0,127}$/.test(text) ? null : `“${text}” is no id, such as eni-0a1b2c3d4e5f6a7b8`,
        },
      ],
    },
    {
      key: 'listens',
      label: 'Listens on',
      input: 'ports',
      when: isServer,
      help: 'Not stated: every port is taken to answer.',
    },
    {
      key: 'forwarding',
      label: 'Packets that are not its own',
      input: 'select',
      when: mayForward,
      options: optionsOf(['unknown', 'none', 'routes', 'translates'], {
        none: 'Dropped',
        routes: 'Passed on as they are',
        translates: 'Passed on under its own address',
      }),
      help: 'What its system does with them, where the source/destination check is off.',
    },
    {
      key: 'workloads',
      label: 'Workloads',
      input: 'choices',
      options: optionsOf(WORKLOAD_IDS, WORKLOAD_TITLES),
      help: 'What runs on it and asks AWS for names of its own accord: they are asked for below, and a finding names what is missing.',
    },
    {
      key: 'policyRouting',
      label: 'Policy routing',
      input: 'select',
      when: (construct) => hasSystem(construct) && construct.interfaces.length > 1,
      options: optionsOf(['unknown', 'yes', 'no'], { yes: 'Yes: answers leave by the interface that was asked' }),
      help: 'Of its operating system, as ec2-net-utils and cloud-init 24.1 set it up. Without it answers leave by the first interface.',
    },
    {
      key: 'sourceTranslation',
      label: 'Containers’ addresses outside the VPC',
      input: 'select',
      when: (construct) => hasSystem(construct) && construct.interfaces.some((one) => one.secondaryIps?.length),
      options: optionsOf(['unknown', 'none', 'first-address'], {
        none: 'Sent as they are',
        'first-address': 'Replaced by its first address',
      }),
      help: 'What its system makes of secondary addresses. The Amazon VPC CNI replaces them unless AWS_VPC_K8S_CNI_EXTERNALSNAT is on.',
    },
    {
      key: 'account',
      label: 'Account',
      input: 'reference',
      kinds: ['account'],
      optional: true,
      noneLabel: 'The owner of the VPC',
      help: 'A participant’s account, in a shared subnet.',
    },
    {
      key: 'role',
      label: 'IAM role',
      input: 'reference',
      kinds: ['iam-role'],
      optional: true,
      noneLabel: 'None, or not said',
      help: 'By which it calls AWS: of its instance profile, of the function, of the task, of the pod’s service account.',
    },
    {
      key: 'executionRole',
      label: 'Task execution role',
      input: 'reference',
      kinds: ['iam-role'],
      optional: true,
      noneLabel: 'None, or not said',
      when: ({ runtime }) => runtime === 'ecs',
      help: 'By which its images are pulled and its logs written.',
    },
    {
      ...awsIdField,
      label: 'AWS’s own name',
      help: 'An instance’s id or a function’s name: its sessions are called so.',
    },
  ],
}
