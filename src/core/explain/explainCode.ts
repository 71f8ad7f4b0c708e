import { CODES, type Code } from '../sim/codes.ts'

/** Title and meaning of every code in words, and for what stands in the way, what to change. */
const WORDS: Readonly<Record<Code, readonly [title: string, meaning: string, remedy?: string]>> = {
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
  NO_ROUTE_TO_DESTINATION: [
    'No route leads there',
    'The subnet’s route table has no route that covers the destination.',
    'Add a route to a gateway that leads there, or for an AWS service an endpoint.',
  ],
  BAD_STATE_ROUTE: [
    'The route is a blackhole',
    'The route’s target is gone, or in another VPC. The route is chosen all the same, and drops what it matches.',
    'Delete the route, or point it at something that is there.',
  ],
  NO_POSSIBLE_DESTINATION: [
    'Nothing has this address',
    'The address lies in a block of the VPC, and nothing drawn has it.',
    'Ask for an address that an interface has, or give it to one.',
  ],
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: [
    'The client has no public address',
    'An internet gateway drops packets from an interface that has no public address of its own.',
    'Send the traffic to a NAT gateway, or give the interface a public address (a Lambda function cannot have one).',
  ],
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: [
    'The internet cannot reach a private address',
    'From the internet only public addresses that are mapped to an interface can be reached.',
    'Give the interface a public address, in a subnet that routes to an internet gateway.',
  ],
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: [
    'A private address behind an internet gateway',
    'Private addresses are not routed on the internet, so an internet gateway drops what is sent to them.',
    'Give private addresses a route of their own, or ask for a public address.',
  ],
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS: [
    'A shared address behind an internet gateway',
    'Shared addresses (100.64.0.0/10) are not routed on the internet, so an internet gateway drops what is sent to them.',
    'Give those addresses a route of their own, or ask for a public address.',
  ],
  IGW_REQUIRES_SOURCE_IN_VPC: [
    'The gateway takes IPv6 from its own VPC only',
    'Internet gateways and egress-only ones carry IPv6 as it is, and answers go to the VPC that owns the block. What another VPC sends to them is dropped.',
    'Give the sender’s VPC a gateway of its own, or translate the source in between (NAT66, a proxy).',
  ],
  NAT64_NEEDS_NAT_GATEWAY: [
    'Nothing translates 64:ff9b::/96 here',
    'Addresses of 64:ff9b::/96 are made up by DNS64 and hold an IPv4 address, which a NAT gateway takes out again. Internet gateways and egress-only ones do not carry them. A client with both families may fall back to IPv4 after a wait.',
    'Add a route for 64:ff9b::/96 to a NAT gateway, or turn DNS64 of the subnet off.',
  ],
  DESTINATION_ADDRESS_RESERVED: [
    'Nobody on the internet has this address',
    'It lies in a block that is kept for documentation, for benchmarks, or for later use, and nothing in the design has it.',
    'Ask for another address, or draw an internet host that has this one.',
  ],
  ADDRESS_NOT_ASSOCIATED: [
    'The Elastic IP address is associated with nothing',
    'The address belongs to the account and to no interface, so nobody answers.',
    'Associate it with what should answer.',
  ],
  OUTBOUND_PORT_25_RESTRICTED: [
    'AWS restricts mail on port 25',
    'What EC2 instances and Lambda functions send to TCP port 25 of public addresses is blocked by default, whatever routes, groups and ACLs say, and through NAT gateways too. Private addresses are free.',
    'Ask AWS to lift it for the account and set that here, or send by port 587 or an endpoint of Amazon SES.',
  ],
  LAMBDA_SENDS_TCP_AND_UDP_ONLY: [
    'A Lambda function cannot ping',
    'Functions open TCP and UDP sockets only, so no ICMP leaves one.',
    'Ask by TCP or UDP, or ping from an instance.',
  ],
  NGW_REQUIRES_SOURCE_IN_VPC: [
    'The NAT gateway serves its own VPC only',
    'A NAT gateway takes traffic that started in its VPC, not what comes from elsewhere.',
    'Use a NAT gateway of the VPC that the traffic starts in.',
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
  BAD_STATE_ATTACHMENT: [
    'The gateway is not attached here',
    'The VPC that the packet leaves, or is to enter, has no such internet gateway attached.',
    'Attach an internet gateway to that VPC and point the route at it.',
  ],
  NGW_ANSWERS_NOTHING: [
    'A NAT gateway answers nothing itself',
    'It forwards for others; packets sent to its own address are dropped.',
    'Ask for the address of something behind it, or of something public.',
  ],
  ADDRESS_OF_ANOTHER: [
    'Another interface has this address here',
    'What is asked for lies in another VPC. In the client’s own VPC the address belongs to something else, and the VPC’s local route leads there.',
    'Reach it by a public address, or give the VPCs blocks of their own and connect them.',
  ],
  REPLY_LEAVES_ELSEWHERE: [
    'The reply goes another way',
    'The reply leaves by a gateway that never saw the request, so the caller does not recognise it and keeps waiting.',
    'Make the route back lead the way that the request came.',
  ],
  INSPECTION_SEES_ONE_DIRECTION: [
    'An inspection sees one direction only',
    'A firewall drops what it did not see begin: a request and its reply have to pass the same inspection endpoint.',
    'Point the routes of both directions at the same endpoint: in every route table on the way, by the zone of the same side. What a transit gateway brings in keeps to one zone with appliance mode on.',
  ],
  REPLY_LEAVES_BY_FIRST_INTERFACE: [
    'The answer leaves by the wrong interface',
    'Without policy routing the operating system answers by its first interface, whichever was asked. Its source/destination check drops packets with the address of another interface.',
    'Give the operating system policy routing (ec2-net-utils, cloud-init 24.1), or ask for an address of its first interface.',
  ],
  FORWARDING_LOOP: [
    'The routes lead in a circle',
    'The packet comes back to a gateway that it has passed, and would do so for ever.',
    'Put the NAT gateway into a subnet whose table sends the internet to an internet gateway.',
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
  API_IS_PRIVATE: [
    'A private API does not answer at public addresses',
    'Private APIs are had through execute-api endpoints alone. At its public addresses API Gateway answers 403 Forbidden for them.',
    'Give the client an execute-api endpoint under that name: private DNS in its VPC, forwarding to an inbound Resolver endpoint, or the name that an associated endpoint gives the API.',
  ],
  API_IS_PUBLIC: [
    'An execute-api endpoint leads to private APIs alone',
    'Private DNS of the endpoint answers for every API of the Region. Regional and edge-optimised ones it does not serve: API Gateway answers 403 Forbidden.',
    'Turn the endpoint’s private DNS off and ask for private APIs by other names, or ask for this API by a custom domain name with an alias record.',
  ],
  API_DEFAULT_NAME_OFF: [
    'The API’s default name is turned off',
    'API Gateway answers 403 Forbidden for the default name: the API is had by its custom domain names alone.',
    'Ask by a custom domain name, or turn the default name on.',
  ],
  TLS_NAME_MISMATCH: [
    'The certificate is for another name',
    'The connection opens, but the server’s certificate does not cover the name that was asked for.',
    'Ask by a name of the service or of the endpoint.',
  ],
  DNS_SUPPORT_DISABLED: [
    'The VPC’s resolver is switched off',
    'With DNS support off, Amazon’s resolver does not answer in this VPC: no name resolves, whatever else is drawn.',
    'Turn DNS support of the VPC on.',
  ],
  DNS_SERVER_UNREACHABLE: [
    'The DNS server cannot be reached',
    'The question for the name goes as a packet to a DNS server that a resolver rule, the DHCP options or another DNS server name, and it does not get there and back.',
    'Clear the way to the server for UDP port 53, or let another one be asked.',
  ],
  DNS_SERVER_ANSWERS_NOTHING: [
    'That is no DNS server',
    'The name is asked of an address where nobody answers such questions. An outbound Resolver endpoint only sends, and endpoints, gateways and load balancers without a listener for it do not answer either.',
    'Name the addresses of an inbound Resolver endpoint, or of a DNS server, there instead.',
  ],
  DNS_ENDPOINT_ZONE_NXDOMAIN: [
    'The endpoint’s private DNS has no such name',
    'Private DNS made a hidden zone for the service. A name below it that the zone lacks does not exist in this VPC; public DNS is not asked.',
    'Ask for a name that the endpoint covers, or turn its private DNS off.',
  ],
  DNS_PHZ_NXDOMAIN: [
    'The private hosted zone has no such name',
    'A private hosted zone answers alone for all names below its domain in the VPCs that it is associated with. What it has no record for does not exist there; public DNS is not asked.',
    'Add a record for the name to the zone, or one for * that stands for all names below.',
  ],
  DNS_FIREWALL_BLOCKS: [
    'DNS Firewall blocks the name',
    'The first rule of the VPC’s DNS Firewall that holds a name decides. This one blocks it, so the resolver looks it up nowhere.',
    'Allow the name by a rule with a lower priority, or take it out of the list.',
  ],
  DNS_FORWARDING_LOOP: [
    'The question goes round in a circle',
    'A rule sends the question to a server that sends it back to the resolver it came from, so nobody ever answers.',
    'Let one of the two answer by itself: take the VPC out of the rule, or give the server something else to ask.',
  ],
  DNS_CNAME_LOOP: [
    'The records lead round in a circle',
    'The name is a CNAME of another name that leads back to it, so there is no address at the end.',
    'Give one of the records an address, or a name that has one.',
  ],
  DNS_NO_ENDPOINT_INTERFACES: [
    'The endpoint has no interface',
    'The name belongs to an endpoint that has no network interface in any subnet, so there is no address to answer with.',
    'Give the endpoint a subnet.',
  ],
  DNS_NAME_NOT_PUBLISHED: ['No such name', 'No DNS server publishes this name.', 'Ask for a name that exists.'],
  DNS_NO_ADDRESS_OF_FAMILY: [
    'No address that the client can use',
    'The name has addresses, but none of a family (IPv4 or IPv6) that the client has.',
    'Give the client an address of the other family, or the name one.',
  ],
  NO_ADDRESS_OF_FAMILY: [
    'The client has no address of that family',
    'To send to an IPv6 address the interface needs an IPv6 address of its own, and likewise for IPv4.',
    'Give the client an address of that family.',
  ],
  BAD_STATE: [
    'It is not in a state that carries traffic',
    'A peering connection carries traffic once it is active, an endpoint service or a link once it is available. In every other state it drops what it is sent.',
    'Bring it to its working state: accept it, or make it again.',
  ],
  BAD_STATE_VPN: [
    'The VPN connection is down',
    'The connection is not available, or neither of its tunnels is up.',
    'Bring a tunnel up, or add another way to that network.',
  ],
  TGW_BAD_STATE_VPN: [
    'The VPN connection of the transit gateway is down',
    'The transit gateway’s route leads to a VPN connection that is not available, or whose tunnels are down.',
    'Bring a tunnel up, or add another way to that network.',
  ],
  PCX_REQUIRES_ADDRESS_IN_VPC_CIDR: [
    'A peering connection joins two VPCs and nothing behind them',
    'It carries packets from an address of one of its VPCs to an address of the other. Gateways, endpoints and connections of the far side cannot be used through it, and it does not pass on what came from elsewhere.',
    'Connect the networks directly, or use a transit gateway.',
  ],
  TGW_ROUTE_AZ_RESTRICTION: [
    'The transit gateway has no subnet in this zone',
    'A VPC reaches a transit gateway from those zones only in which its attachment has a subnet.',
    'Add a subnet of the zone to the attachment.',
  ],
  TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION: [
    'The attachment has no route table',
    'What comes in by an attachment is looked up in the transit gateway route table that the attachment is associated with. Without one it is dropped.',
    'Associate the attachment with a transit gateway route table.',
  ],
  TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT: [
    'The transit gateway has no route there',
    'No route of the transit gateway route table covers the destination.',
    'Propagate the destination’s attachment into the table, or add a static route.',
  ],
  TGW_RTB_BAD_STATE_ROUTE: [
    'The transit gateway’s route is a blackhole',
    'The route is chosen and drops what it matches.',
    'Delete the route, or point it at an attachment that is there.',
  ],
  ENI_SOURCE_DEST_CHECK_RESTRICTION: [
    'The interface takes its own packets only',
    'With the source/destination check on, an interface drops packets that are neither from nor to its own address.',
    'Turn the source/destination check of the interface off.',
  ],
  APPLIANCE_DOES_NOT_FORWARD: [
    'The instance does not pass packets on',
    'The packet is for somebody else, and the system that it was routed to does not forward.',
    'Point the route at something that forwards, or let the instance do so.',
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
  VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS: [
    'The gateway takes its own VPC’s addresses only',
    'A virtual private gateway drops packets whose source lies outside its VPC.',
    'Connect the source’s network to the far side directly, or use a transit gateway.',
  ],
  INGRESS_RTB_TRAFFIC_REDIRECTION: [
    'What comes in takes another way than what goes out',
    'The table of the internet gateway leads the subnet’s incoming traffic by an appliance, which has to see what goes out as well.',
    'Point the subnet’s route to the internet at the appliance.',
  ],
  INGRESS_RTB_NO_PUBLIC_IP: [
    'The appliance has no public address',
    'An internet gateway hands traffic to an appliance by its own table only where the appliance’s interface has a public address.',
    'Give the appliance’s interface a public address.',
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
  REGIONAL_NGW_ROUTE_AZ_RESTRICTION: [
    'The NAT gateway does not cover this zone',
    'A regional NAT gateway serves the zones that it covers.',
    'Add the zone to the NAT gateway.',
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
  VPC_BLOCK_PUBLIC_ACCESS_ENABLED: [
    'VPC Block Public Access stops it',
    'The account blocks public access in this Region. That stands above every route, group and ACL.',
    'Add an exclusion for the VPC or the subnet, or change the mode.',
  ],
  VPCE_SERVICE_NOT_INSTALLED_IN_AZ: [
    'The service has no load balancer in this zone',
    'An endpoint’s interface reaches the load balancers of its own zone, by zone ID. Zone names may stand for other zones in the provider’s account.',
    'Enable the zone on the service’s load balancer, or use zones that both sides have.',
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
  LINK_HAS_NO_ROUTE: [
    'No link carries this destination',
    'The gateway’s VPN connections and Direct Connect links have no route for the address.',
    'Add a static route to the VPN connection, or announce the block.',
  ],
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
    'Which one it is does not matter: all public addresses, but for those of S3 and DynamoDB, are lost from here.',
  ],
  ASSUMED_STANDS_FOR_HOST: [
    'Assumed: the address stands for somebody’s',
    'Nobody on the internet has it: its block is kept for documentation or benchmarks. The design names it, so it is taken to stand for a host that answers.',
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
    'A private API answers 403 Forbidden to endpoints that its resource policy does not name, and to all where it has none. Policies are not evaluated yet.',
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
}

export interface CodeWords {
  readonly title: string
  readonly meaning: string
  /** What to change; null for assumptions, and for what cannot be told. */
  readonly remedy: string | null
  readonly source: string
}

/** A code in words, with the AWS page it rests on. */
export function explainCode(code: Code): CodeWords {
  const [title, meaning, remedy = null] = WORDS[code]
  return { title, meaning, remedy, source: CODES[code].source }
}
