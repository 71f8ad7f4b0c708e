import type { CodeText } from './codeText.ts'

/** Codes of what is not known, and of what is taken for granted. */
export const noteWords = {
  ASSUMED_ON_PREMISES_HOST: [
    'Assumed: somebody answers there',
    'The address lies in an on-premises network, and no drawn host has it.',
  ],
  UNKNOWN_SOURCE: ['Who asks is not clear', 'The request’s source is nothing that can open a connection.'],
  UNKNOWN_DESTINATION: ['Where it goes is not clear', 'The request’s destination is not part of the design.'],
  UNKNOWN_NAME: [
    'This name is not known here',
    'It is neither an AWS name of the catalogue nor the name of a host in the design. Draw an internet host with this name to have it answered.',
  ],
  UNKNOWN_RESOURCE: [
    'Something is missing from the design',
    'The answer depends on a thing that the design names but does not hold.',
  ],
  CALLER_NOT_KNOWN: ['Who calls is not known', 'A call is judged by the policies of whoever makes it.'],
  POLICY_NOT_KNOWN: [
    'A policy is not known',
    'What it says may decide, and nobody said what stands in it, or it cannot be read.',
  ],
  POLICY_NOT_CLEAR: [
    'What the policies make of the call is not clear',
    'It hangs on what AWS’s documents leave open, or on what the design does not say.',
  ],
  CONDITION_KEY_NOT_KNOWN: [
    'A condition key has no known value',
    'A statement that may decide reads it, and neither the request nor the design says its value.',
  ],
  DNS_ZONE_CONFLICT: [
    'Two of them hold one domain',
    'Two hosted zones, or two rules of one VPC, are drawn for the same domain. Only one of them answers, and which one cannot be told.',
  ],
  DNS_SETTING_NOT_KNOWN: [
    'A DNS setting of the VPC is not known',
    'Whether the VPC’s resolver answers this name hangs on a setting that the design leaves open.',
  ],
  PRIVATE_NAMES_NOT_KNOWN: [
    'Which names the endpoint’s private DNS holds is not known',
    'An endpoint with private DNS takes over the names of its service. Whether this name is among them is in no list that Hopwise has, and the answer hangs on it. “aws ec2 describe-vpc-endpoints” shows the names of an endpoint.',
  ],
  API_NOT_DRAWN: [
    'Whether the API is a private one is not known',
    'The design has an execute-api endpoint, and the API is not drawn. A private one would answer 403 Forbidden at public addresses, any other one answers.',
  ],
  AWS_REFUSES: [
    'AWS refuses this endpoint',
    'AWS would not make the endpoint as it is drawn, so it answers no name and carries nothing. What becomes of the request in the network that can be built is another question: the findings say what to change.',
  ],
  PORT_25_SETTING_NOT_KNOWN: [
    'Whether AWS has lifted its restriction of port 25 is not known',
    'By default AWS blocks what instances and functions send to TCP port 25 of public addresses. The account’s setting says whether that was lifted.',
  ],
  NOT_MODELLED: ['Not simulated', 'The answer depends on something that Hopwise does not simulate.'],
  INVALID_VALUE: ['A value cannot be read', 'The answer depends on a value in the design that cannot be read.'],
  AMBIGUOUS_ROUTE: [
    'Two routes are equally good',
    'Two routes for the same addresses lead to different targets: either the table names a destination twice, which AWS refuses, or two prefix lists overlap, and then AWS picks one and does not say which.',
  ],
  CHOICE_NOT_KNOWN: [
    'It depends on where the connection is sent',
    'Several targets or load balancers may get it, they do not fare alike, and which of them does cannot be told from the design.',
  ],
  PACKET_ABOVE_MTU: [
    'The packets are larger than the way carries',
    'They get through where the sender is told (path MTU discovery), where both ends agree on smaller ones (MSS clamping), or where somebody splits them, which a design does not show.',
  ],
  SERVICE_ADDRESS_NOT_KNOWN: [
    'It depends on which of AWS’s addresses answers',
    'Routes or filters treat parts of AWS’s address ranges differently, and which of them the service uses is not published.',
  ],
  ASSUMED_HOST_ANSWERS: [
    'Assumed: the far end answers',
    'The packet leaves the network. Whether somebody answers there is not part of the design.',
  ],
  ASSUMED_PUBLIC_ADDRESS: [
    'Assumed: the name leads to a public address',
    'That it is in public DNS is taken for granted. Which address it has does not matter: all public ones, but for those of S3 and DynamoDB, fare alike from here.',
  ],
  ASSUMED_STANDS_FOR_HOST: [
    'Assumed: the address stands for somebody’s',
    'Nobody on the internet has it: its block is kept for documentation or benchmarks. The request or the design names it, so it is taken to stand for a host that answers.',
  ],
  ASSUMED_TRANSLATES_IPV6: [
    'Assumed: IPv6 is translated too',
    'The instance translates what it passes on. It is taken to put its own IPv6 address into IPv6 packets as well (NAT66).',
  ],
  ASSUMED_APPLIANCE_PASSES: [
    'Assumed: the appliance lets it through',
    'What an appliance behind a Gateway Load Balancer decides by its own rules is not part of the design; it is taken to hand the packet back.',
  ],
  ASSUMED_FIREWALL_PASSES: [
    'Assumed: the Network Firewall lets it through',
    'The design does not say which rules the firewall has; it is taken to let the connection pass.',
  ],
  ASSUMED_MANAGED_RULES_PASS: [
    'Assumed: AWS’s managed rules let it through',
    'What is in the rule groups that AWS keeps is not published; they are taken not to match.',
  ],
  ASSUMED_LISTENING: ['Assumed: something listens', 'The design does not say which ports are open there.'],
  ASSUMED_POLICY_ROUTING: [
    'Assumed: the operating system answers by the interface that was asked (policy routing)',
    'Which interface an answer leaves by is up to the guest’s own routing. Without policy routing it is the first, and the answer is lost.',
  ],
  ASSUMED_NO_TRANSLATION: [
    'Assumed: the operating system sends out the container’s own address (no source translation by the guest)',
    'The Amazon VPC CNI, among others, puts the first address of the machine in its place in what goes out of the VPC; groups, ACLs and routes then see that one.',
  ],
  ASSUMED_SPLIT_PATH: [
    'Request and reply take different links, there and back',
    'AWS and the network outside each send by the longest block that the other announces. A firewall that watches one of the links only would drop the connection; none is drawn.',
  ],
  ASSUMED_RESOLVER_TRIES_AGAIN: [
    'Another interface is tried',
    'One interface of the outbound endpoint does not get through to the DNS server; the resolver is taken to try another one, which does.',
  ],
  ASSUMED_PRIVATE_NAME: [
    'Assumed: the endpoint’s private DNS holds the dual-stack name too',
    'Wherever the names of endpoints have been read, the service’s dual-stack name was among them, but no list says it of this service. Endpoints made before the service had that name may lack it.',
  ],
  ASSUMED_IN_PREFIX_LIST: [
    'Assumed: AWS’s list holds the service’s address',
    'AWS does not publish the entries of this prefix list. Names of its own service are taken to lead to addresses in it.',
  ],
  ASSUMED_PRIVATE_API: [
    'Assumed: the request is for a private API that lets this endpoint in',
    'Execute-api endpoints lead to private APIs alone, and API Gateway answers 403 Forbidden for all others. The API is not drawn.',
  ],
  ASSUMED_PUBLIC_API: [
    'Assumed: the API is no private one',
    'Private APIs answer 403 Forbidden at public addresses. The API is not drawn.',
  ],
  ASSUMED_API_POLICY: [
    'Assumed: the API’s resource policy lets this endpoint in',
    'A private API answers 403 Forbidden to endpoints that its resource policy does not name, and to all where it has none. It is asked where the request carries a call.',
  ],
  ASSUMED_SIGNED_API: [
    'Assumed: the methods of the API ask for what the call is signed with',
    'With IAM authorisation the caller’s own policies count; without any, the resource policy of the API alone. How its methods know who calls nobody said.',
  ],
  ASSUMED_WITHOUT_PRIVATE_DNS: [
    'AWS refuses its private DNS; assumed: the endpoint is made without',
    'The endpoint asks for private DNS that AWS does not give it. Without it the endpoint can be made, and clients ask for its own names.',
  ],
  ASSUMED_SERVICE_IN_ZONE: [
    'Assumed: the service is in every zone of the endpoint',
    'Not every service of AWS is in every Availability Zone, and AWS refuses an endpoint with a subnet in another one. “aws ec2 describe-vpc-endpoint-services” says in which zones an account finds a service; the account’s service zones hold it.',
  ],
  ASSUMED_NOT_IN_DOMAIN_LIST: [
    'Assumed: the list that AWS keeps does not hold the name',
    'A rule of DNS Firewall names a domain list that AWS keeps, of threats and the like. What is in it is not published.',
  ],
  ASSUMED_NO_REDIRECTION: [
    'Assumed: the name leads to no other name',
    'All names that no rule allows are blocked, and names that an allowed one leads to (CNAME) need a rule as well. Public DNS may lead this one to others; a rule that trusts redirections lets those through.',
  ],
  ASSUMED_DNS_SERVER_RECURSES: [
    'Assumed: that DNS server knows public names only',
    'The VPC uses a DNS server of one’s own. It is taken to answer from public DNS and not to ask the VPC’s resolver.',
  ],
} as const satisfies Readonly<Record<string, CodeText>>
