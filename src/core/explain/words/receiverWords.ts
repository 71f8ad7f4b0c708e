import type { CodeText } from './codeText.ts'

/** Codes of whoever filters a packet or takes it in: groups, ACLs, firewalls, endpoints, load balancers, hosts. */
export const receiverWords = {
  ENI_SG_RULES_MISMATCH: [
    'No security-group rule allows it',
    'None of the interface’s security groups has a rule for this peer, protocol and port, so the packet is dropped without a word.',
    'Add a rule for it to one of the interface’s groups.',
  ],
  SG_HAS_NO_RULES: [
    'The security group has no rules that way',
    'A security group without rules in a direction lets nothing through in it.',
    'Add a rule for it to the group.',
  ],
  SUBNET_ACL_RESTRICTION: [
    'A network ACL denies it',
    'The first entry that matches decides, in the order of the rule numbers; what no entry matches is denied. ACLs remember nothing, so replies need an entry of their own.',
    'Add an entry that allows it, with a lower number than any that denies it.',
  ],
  SCP_DENIES: [
    'A service control policy denies the call',
    'Policies of the organisation say what the principals of an account may do at most. Every level, from the root to the account, must allow.',
    'Allow the call at that level, or take out the statement that denies it.',
  ],
  RCP_DENIES: [
    'A resource control policy denies the call',
    'Policies of the organisation say what may be done at most with the resources of an account. Every level, from the root to the account, must allow.',
    'Allow the call at that level, or take out the statement that denies it.',
  ],
  VPCE_POLICY_DENIES: [
    'The endpoint’s policy denies the call',
    'What comes through an endpoint must be allowed by its policy, whatever the caller’s own policies say.',
    'Let the endpoint’s policy allow it.',
  ],
  RESOURCE_POLICY_DENIES: [
    'The policy of the resource denies the call',
    'A statement of it denies, or it would have to allow and does not: to callers of another account, and always where it is the policy of a key or of a role.',
    'Let the resource’s policy allow it, or take out the statement that denies it.',
  ],
  IDENTITY_POLICY_DENIES: [
    'The caller’s own policies deny the call',
    'A statement of them denies, or none of them allows, and nothing else does.',
    'Let a policy of the role allow it, or take out the statement that denies it.',
  ],
  SESSION_POLICY_DENIES: [
    'The session policies deny the call',
    'A statement of them denies, or none of them allows: a session may do no more than its session policies say.',
    'Let a session policy allow it, or take on the role without one.',
  ],
  ACCESS_POINT_OF_OTHER_VPC: [
    'The access point is of another VPC',
    'S3 refuses what asks by an access point of a VPC and does not come through an endpoint in that VPC.',
    'Ask from that VPC, or by an access point whose network origin is the internet.',
  ],
  PERMISSIONS_BOUNDARY_DENIES: [
    'The permissions boundary denies the call',
    'A role may do no more than its boundary allows.',
    'Let the boundary allow it.',
  ],
  LAMBDA_SENDS_TCP_AND_UDP_ONLY: [
    'A Lambda function cannot ping',
    'Functions open TCP and UDP sockets only, so no ICMP leaves one.',
    'Ask by TCP or UDP, or ping from an instance.',
  ],
  VPCE_GATEWAY_PROTOCOL_RESTRICTION: [
    'A gateway endpoint takes TCP and ping only',
    'Other protocols to the service’s addresses are dropped at the endpoint.',
    'Ask by TCP.',
  ],
  TARGET_PORT_RESTRICTION: [
    'The service does not answer on this port',
    'The packet arrives where the service is, but the service serves other ports and drops this one.',
    'Ask on a port that the service serves, for most 443.',
  ],
  PROTOCOL_RESTRICTION: [
    'This protocol is not served here',
    'Interface endpoints of AWS services answer TCP only, and NAT gateways carry TCP, UDP and ping.',
    'Ask by TCP.',
  ],
  LAMBDA_ACCEPTS_NOTHING: [
    'Nothing can connect to a Lambda function',
    'A function’s interfaces open connections; none can be opened to them.',
    'Call the function by the Lambda API, or put what must listen on an instance or a task.',
  ],
  PORT_CLOSED: [
    'Nothing listens on this port',
    'The packet arrives and is answered with a refusal, at once.',
    'Ask on a port that is open there, or let something listen on this one.',
  ],
  ENI_SOURCE_DEST_CHECK_RESTRICTION: [
    'The interface takes its own packets only',
    'With the source/destination check on, an interface drops packets that are neither from nor to its own address.',
    'Turn the source/destination check of the interface off.',
  ],
  FIREWALL_RULES_RESTRICTION: [
    'The Network Firewall drops it',
    'Stateless rules are tried first, for every packet by itself. What they forward goes to the stateful rules, which are tried in the order that the policy says. The rule that matches drops the packet without a word, or no rule matches and the default action does.',
    'Add a rule that comes before and passes it, or change the default action.',
  ],
  FIREWALL_REFUSES: [
    'The Network Firewall rejects it',
    'A rule that rejects drops the first packet of the connection and answers with a TCP reset, so the connection is refused at once.',
    'Add a rule that comes before and passes it.',
  ],
  FIREWALL_DROPS_DATA: [
    'The Network Firewall drops what is sent over the connection',
    'The connection opens, because names and protocols are seen only once something has been sent. Then a rule, or the default action, drops the message that shows the name (in TLS the SNI, in HTTP the Host header), and nothing comes back.',
    'Put the name into a list that allows it, or add a rule that comes before and passes the connection.',
  ],
  FIREWALL_RESETS: [
    'The Network Firewall resets the connection',
    'The connection opens, and once the message that shows its name or protocol has been sent, a rule that rejects answers with a TCP reset.',
    'Add a rule that comes before and passes it, or take the name out of the list that rejects it.',
  ],
  FIREWALL_SAW_NO_BEGINNING: [
    'The firewall did not see the connection begin',
    'The stateless rules let the request pass and hand its answer to the stateful rules, which drop what belongs to no connection that they know. Stateless rules need one entry for each direction.',
    'Add a stateless rule for the answers, or forward the requests to the stateful rules.',
  ],
  VPCE_GATEWAY_FROM_ELSEWHERE: [
    'A gateway endpoint serves its own VPC only',
    'What comes from peered VPCs, transit gateways, VPNs or Direct Connect cannot use it.',
    'Use an interface endpoint for clients of other networks, or give their VPC a gateway endpoint of its own.',
  ],
  ELBV2_LISTENER_PORT_RESTRICTION: [
    'No listener on this port',
    'A load balancer drops what no listener of it waits for, and answers no ping.',
    'Add a listener for the port, or ask on one that there is.',
  ],
  ELBV2_LISTENERS_MISMATCH: [
    'No listener for this protocol',
    'The load balancer listens on the port, but for another protocol.',
    'Ask by the listener’s protocol, or add a listener.',
  ],
  ELBV2_LISTENER_HAS_NO_TG: [
    'The listener has no targets',
    'It has no target group, or one in which nothing is registered, so there is nowhere to send what it takes.',
    'Give the listener a target group, and the group targets.',
  ],
  BALANCER_ANSWERS_ERROR: [
    'The load balancer answers with an error',
    'The rule that takes the request has a fixed response, and its status code says that nothing is served there.',
    'Give the rule a target group to forward to, or ask for a host and a path that another rule takes.',
  ],
  ELBV2_NO_TARGETS_IN_AZ: [
    'No target in this zone',
    'With cross-zone load balancing off, a node sends to targets of its own zone only, and there is none that takes traffic.',
    'Register a target in the zone, or turn cross-zone load balancing on.',
  ],
  ELBV2_SOURCE_ADDRESS_PRESERVATION: [
    'The target is shown an address that it cannot answer',
    'With client IP preservation the target sees the client’s own address, and its answer must find back to the load balancer. That fails for a client that is its own target, for endpoint interfaces and other Network Load Balancers as targets, and where a transit gateway or an appliance lies between.',
    'Turn client IP preservation of the target group off.',
  ],
  SG_REFERENCES_NOT_PRESERVED: [
    'The group that the rule names is not seen here',
    'A rule that names a security group matches its members in the same VPC, or across a peering connection within the Region. On this way the group is not known.',
    'Name the address block of the far side in the rule.',
  ],
  SG_REFERENCING_SUPPORT: [
    'The transit gateway does not carry security groups',
    'A rule that names a group of another VPC matches across a transit gateway only where security group referencing is on, for the gateway and for both attachments.',
    'Turn security group referencing on, or name the address block of the far side in the rule.',
  ],
  VPCE_SERVICE_NOT_INSTALLED_IN_AZ: [
    'The service has no load balancer in this zone',
    'An endpoint’s interface reaches the load balancers of its own zone, by zone ID. Zone names may stand for other zones in the provider’s account.',
    'Enable the zone on the service’s load balancer, or use zones that both sides have.',
  ],
  RESOURCE_PORT_NOT_OFFERED: [
    'The resource is not offered on this port',
    'A resource configuration names the ports that it takes requests on. Others are not let through.',
    'Add the port to the resource configuration, or ask on one that it has.',
  ],
  RESOURCE_GATEWAY_NOT_IN_ZONE: [
    'The resource gateway has no interface in this zone',
    'An endpoint’s interface reaches a resource through the resource gateway’s interface in its own zone, by zone ID.',
    'Add a subnet of the zone to the resource gateway, or use zones that both sides have.',
  ],
  VPCE_STATE_NOT_AVAILABLE: [
    'The endpoint is not available',
    'Only an endpoint in the state “available” carries traffic; its names may resolve all the same.',
    'Ask the provider to accept it, and make one that was rejected anew.',
  ],
  VPCE_PACKET_TOO_LARGE: [
    'The packet is too large for the endpoint',
    'An endpoint drops packets above 8,500 bytes and sends no word about it.',
    'Lower the MTU or the maximum segment size of the sender.',
  ],
} as const satisfies Readonly<Record<string, CodeText>>
