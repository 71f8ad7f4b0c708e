import { aclBetweenBalancerAndTarget } from './acl-between-balancer-and-target.ts'
import { aclLacksReturn } from './acl-lacks-return.ts'
import { aclRuleShadowed } from './acl-rule-shadowed.ts'
import { aclWithoutAllow } from './acl-without-allow.ts'
import { actionMissesResource } from './action-misses-resource.ts'
import { actionNotKnown } from './action-not-known.ts'
import { actionWildcardMixesLevels } from './action-wildcard-mixes-levels.ts'
import { addressOutsideSubnet } from './address-outside-subnet.ts'
import { addressTaken } from './address-taken.ts'
import { addressTypeNotSupported } from './address-type-not-supported.ts'
import { applianceModeOff } from './appliance-mode-off.ts'
import { attachmentZoneWithoutRoute } from './attachment-zone-without-route.ts'
import { balancerRefusesConsumers } from './balancer-refuses-consumers.ts'
import { balancerWithoutWayIn } from './balancer-without-way-in.ts'
import { balancerZoneWithoutTargets } from './balancer-zone-without-targets.ts'
import { blackholeRoute } from './blackhole-route.ts'
import { blockSize } from './block-size.ts'
import { bucketClosedToConsole } from './bucket-closed-to-console.ts'
import type { Check } from './check.ts'
import { clientSpansZones } from './client-spans-zones.ts'
import { companionEndpointMissing } from './companion-endpoint-missing.ts'
import { conditionKeyNotCarried } from './condition-key-not-carried.ts'
import { conditionKeyNotKnown } from './condition-key-not-known.ts'
import { connectionNotActive } from './connection-not-active.ts'
import { containerBlockOverlaps } from './container-block-overlaps.ts'
import { crossRegionEndpointRefused } from './cross-region-endpoint-refused.ts'
import { customDnsBypassesPrivateDns } from './custom-dns-bypasses-private-dns.ts'
import { danglingReference } from './dangling-reference.ts'
import { denyBySourceIp } from './deny-by-source-ip.ts'
import { dnsFirewallBlocksEndpoint } from './dns-firewall-blocks-endpoint.ts'
import { dnsFirewallPriorityTaken } from './dns-firewall-priority-taken.ts'
import { dnsFirewallRuleNeverAsked } from './dns-firewall-rule-never-asked.ts'
import { dnsRecordTypeRefused } from './dns-record-type-refused.ts'
import { dnsServerAnswersNothing } from './dns-server-answers-nothing.ts'
import { dnsSupportOff } from './dns-support-off.ts'
import { dns64WithoutNat } from './dns64-without-nat.ts'
import { duplicateAclNumber } from './duplicate-acl-number.ts'
import { duplicateName } from './duplicate-name.ts'
import { duplicateRouteDestination } from './duplicate-route-destination.ts'
import { edgeTableMissing } from './edge-table-missing.ts'
import { edgeTableRefused } from './edge-table-refused.ts'
import { elasticIpIdle } from './elastic-ip-idle.ts'
import { endpointAsRouteTarget } from './endpoint-as-route-target.ts'
import { endpointGroupLacksPort } from './endpoint-group-lacks-port.ts'
import { endpointInDefaultGroup } from './endpoint-in-default-group.ts'
import { endpointLeadsOutOfOrganisation } from './endpoint-leads-out-of-organisation.ts'
import { endpointLeavesNamesOut } from './endpoint-leaves-names-out.ts'
import { endpointNotAvailable } from './endpoint-not-available.ts'
import { endpointPolicyBarsCompanion } from './endpoint-policy-bars-companion.ts'
import { endpointPolicyNamesOtherService } from './endpoint-policy-names-other-service.ts'
import { endpointPolicyWithoutEffect } from './endpoint-policy-without-effect.ts'
import { endpointServiceRefused } from './endpoint-service-refused.ts'
import { endpointUsedByOwnNameOnly } from './endpoint-used-by-own-name-only.ts'
import { endpointWithoutSubnets } from './endpoint-without-subnets.ts'
import { equalsWithWildcard } from './equals-with-wildcard.ts'
import { firewallDropsBeforeNames } from './firewall-drops-before-names.ts'
import { firewallEndpointNotNamed } from './firewall-endpoint-not-named.ts'
import { firewallLetsNothingThrough } from './firewall-lets-nothing-through.ts'
import { firewallPassesOneWay } from './firewall-passes-one-way.ts'
import { firewallSubnetShared } from './firewall-subnet-shared.ts'
import { forwardRuleTakesAwsNames } from './forward-rule-takes-aws-names.ts'
import { forwardRuleWithoutEndpoint } from './forward-rule-without-endpoint.ts'
import { gatewayEndpointWithoutDnsHostnames } from './gateway-endpoint-without-dns-hostnames.ts'
import { gatewayEndpointWithoutTables } from './gateway-endpoint-without-tables.ts'
import { gatewayIgnoresPrincipal } from './gateway-ignores-principal.ts'
import { homeNetLacksSenders } from './home-net-lacks-senders.ts'
import { hostedZoneConflict } from './hosted-zone-conflict.ts'
import { hostedZoneNeedsVpcDns } from './hosted-zone-needs-vpc-dns.ts'
import { inboundOnlyWithoutResolver } from './inbound-only-without-resolver.ts'
import { inspectionInOwnSubnet } from './inspection-in-own-subnet.ts'
import { inspectionOneSided } from './inspection-one-sided.ts'
import { invalidValue } from './invalid-value.ts'
import { ipv6LeavesByAnotherVpc } from './ipv6-leaves-by-another-vpc.ts'
import { ipv6OnlySubnet } from './ipv6-only-subnet.ts'
import { lambdaAddressIgnored } from './lambda-address-ignored.ts'
import { linksAnnounceDifferentLengths } from './links-announce-different-lengths.ts'
import { listenerWithoutTargets } from './listener-without-targets.ts'
import { loadBalancerZones } from './load-balancer-zones.ts'
import { mailPortRestricted } from './mail-port-restricted.ts'
import { natWithoutWayOut } from './nat-without-way-out.ts'
import { networkAclOfOtherVpc } from './network-acl-of-other-vpc.ts'
import { newerThanRules } from './newer-than-rules.ts'
import { notImported } from './not-imported.ts'
import { notificationTopicInvalid } from './notification-topic-invalid.ts'
import { oneEndpointRoutePerTable } from './one-endpoint-route-per-table.ts'
import { oneInternetGatewayPerVpc } from './one-internet-gateway-per-vpc.ts'
import { onePrivateGatewayPerVpc } from './one-private-gateway-per-vpc.ts'
import { oneProfilePerVpc } from './one-profile-per-vpc.ts'
import { oneSubnetPerZone } from './one-subnet-per-zone.ts'
import { ownNameForEndpoint } from './own-name-for-endpoint.ts'
import { ownersDefaultGroup } from './owners-default-group.ts'
import { packetAboveEndpointLimit } from './packet-above-endpoint-limit.ts'
import { peeringBlocksOverlap } from './peering-blocks-overlap.ts'
import { peeringRouteOneWay } from './peering-route-one-way.ts'
import { peeringWithItself } from './peering-with-itself.ts'
import { policyNotReadable } from './policy-not-readable.ts'
import { policyOpenToEveryone } from './policy-open-to-everyone.ts'
import { prefixListToInspectionEndpoint } from './prefix-list-to-inspection-endpoint.ts'
import { preservedAddressToEndpoint } from './preserved-address-to-endpoint.ts'
import { principalNotAllowed } from './principal-not-allowed.ts'
import { privateDnsConflict } from './private-dns-conflict.ts'
import { privateDnsDomainNotProved } from './private-dns-domain-not-proved.ts'
import { privateDnsHidesService } from './private-dns-hides-service.ts'
import { privateDnsNeedsVpcDns } from './private-dns-needs-vpc-dns.ts'
import { privateDnsNotOffered } from './private-dns-not-offered.ts'
import { privateDnsTakesPublicApis } from './private-dns-takes-public-apis.ts'
import { privateGatewayToInspection } from './private-gateway-to-inspection.ts'
import { privateGatewayWithoutRoutes } from './private-gateway-without-routes.ts'
import { privateNameRefused } from './private-name-refused.ts'
import { privateNamesEndAtVpc } from './private-names-end-at-vpc.ts'
import { privateZoneHidesPublicNames } from './private-zone-hides-public-names.ts'
import { publicAccessBlocked } from './public-access-blocked.ts'
import { publicApiBehindEndpoint } from './public-api-behind-endpoint.ts'
import { publicSubnetClientWithoutPublicIp } from './public-subnet-client-without-public-ip.ts'
import { quotaExceeded } from './quota-exceeded.ts'
import { regionalNatMissesZone } from './regional-nat-misses-zone.ts'
import { requestNotAnswerable } from './request-not-answerable.ts'
import { reservedAddress } from './reserved-address.ts'
import { resolverEndpointAddresses } from './resolver-endpoint-addresses.ts'
import { resolverGroupLacksPort } from './resolver-group-lacks-port.ts'
import { resolverRuleConflict } from './resolver-rule-conflict.ts'
import { resourceEndpointBesideGateway } from './resource-endpoint-beside-gateway.ts'
import { resourceGatewayGroupClosed } from './resource-gateway-group-closed.ts'
import { resourceGatewayLacksZone } from './resource-gateway-lacks-zone.ts'
import { resourceNameOpenEnded } from './resource-name-open-ended.ts'
import { resourceRefusesGateway } from './resource-refuses-gateway.ts'
import { resourceWithoutAction } from './resource-without-action.ts'
import { routeInsideVpc } from './route-inside-vpc.ts'
import { routeOfWrongFamily } from './route-of-wrong-family.ts'
import { routeShadowsEndpoint } from './route-shadows-endpoint.ts'
import { routeTableOfOtherVpc } from './route-table-of-other-vpc.ts'
import { routeTargetNotAttached } from './route-target-not-attached.ts'
import { s3GlobalNamesStayPublic } from './s3-global-names-stay-public.ts'
import { s3PrivateDnsNeedsGateway } from './s3-private-dns-needs-gateway.ts'
import { secondInterfaceAnswers } from './second-interface-answers.ts'
import { secondaryBlockWithoutWayBack } from './secondary-block-without-way-back.ts'
import { securityGroupOfOtherVpc } from './security-group-of-other-vpc.ts'
import { serviceInOtherRegion } from './service-in-other-region.ts'
import { serviceLacksZone } from './service-lacks-zone.ts'
import { serviceNameOfPartition } from './service-name-of-partition.ts'
import { serviceNotInRegion } from './service-not-in-region.ts'
import { serviceNotListed } from './service-not-listed.ts'
import { serviceNotOffered } from './service-not-offered.ts'
import { serviceOpenToEveryone } from './service-open-to-everyone.ts'
import { sourceDestCheckOn } from './source-dest-check-on.ts'
import { sourceIpThroughEndpoint } from './source-ip-through-endpoint.ts'
import { sourceVpcOfCaller } from './source-vpc-of-caller.ts'
import { sourceVpceNotDrawn } from './source-vpce-not-drawn.ts'
import { statementNeverMatches } from './statement-never-matches.ts'
import { statementSwallowed } from './statement-swallowed.ts'
import { staticRouteHidesBackup } from './static-route-hides-backup.ts'
import { staticVpnWithoutRoutes } from './static-vpn-without-routes.ts'
import { subnetFull } from './subnet-full.ts'
import { subnetMissesGatewayEndpoint } from './subnet-misses-gateway-endpoint.ts'
import { subnetNotShared } from './subnet-not-shared.ts'
import { subnetOfOtherVpc } from './subnet-of-other-vpc.ts'
import { subnetOutsideVpc } from './subnet-outside-vpc.ts'
import { subnetOverlap } from './subnet-overlap.ts'
import { systemIdWithWildcard } from './system-id-with-wildcard.ts'
import { targetGroupMismatch } from './target-group-mismatch.ts'
import { targetOfOtherVpc } from './target-of-other-vpc.ts'
import { targetZoneNotEnabled } from './target-zone-not-enabled.ts'
import { targetsRefuseBalancer } from './targets-refuse-balancer.ts'
import { transitAttachmentAssociatedTwice } from './transit-attachment-associated-twice.ts'
import { transitAttachmentMissesZone } from './transit-attachment-misses-zone.ts'
import { transitAttachmentRefused } from './transit-attachment-refused.ts'
import { transitAttachmentUnrouted } from './transit-attachment-unrouted.ts'
import { transitAttachmentWithoutIpv6 } from './transit-attachment-without-ipv6.ts'
import { transitBlocksOverlap } from './transit-blocks-overlap.ts'
import { transitPeeringOneWay } from './transit-peering-one-way.ts'
import { transitReturnRouteMissing } from './transit-return-route-missing.ts'
import { unknownPrefixList } from './unknown-prefix-list.ts'
import { unknownRegion } from './unknown-region.ts'
import { variableNeedsVersion } from './variable-needs-version.ts'
import { vpcBlockCount } from './vpc-block-count.ts'
import { vpcBlockRestricted } from './vpc-block-restricted.ts'
import { vpcBlocksOverlap } from './vpc-blocks-overlap.ts'
import { vpcInTwoServiceNetworks } from './vpc-in-two-service-networks.ts'
import { workloadEndpointMissing } from './workload-endpoint-missing.ts'
import { zoneAnswersOutOfReach } from './zone-answers-out-of-reach.ts'
import { zoneDrawnTwice } from './zone-drawn-twice.ts'
import { zoneNotInRegion } from './zone-not-in-region.ts'
import { zoneStandsForService } from './zone-stands-for-service.ts'

/** Every check, in the order of the ids. A new one is a file and a line here: `npm run new:check -- NAME`. */
export const checks: readonly Check[] = [
  aclBetweenBalancerAndTarget,
  aclLacksReturn,
  aclRuleShadowed,
  aclWithoutAllow,
  actionMissesResource,
  actionNotKnown,
  actionWildcardMixesLevels,
  addressOutsideSubnet,
  addressTaken,
  addressTypeNotSupported,
  applianceModeOff,
  attachmentZoneWithoutRoute,
  balancerRefusesConsumers,
  balancerWithoutWayIn,
  balancerZoneWithoutTargets,
  blackholeRoute,
  blockSize,
  bucketClosedToConsole,
  clientSpansZones,
  companionEndpointMissing,
  conditionKeyNotCarried,
  conditionKeyNotKnown,
  connectionNotActive,
  containerBlockOverlaps,
  crossRegionEndpointRefused,
  customDnsBypassesPrivateDns,
  danglingReference,
  denyBySourceIp,
  dnsFirewallBlocksEndpoint,
  dnsFirewallPriorityTaken,
  dnsFirewallRuleNeverAsked,
  dnsRecordTypeRefused,
  dnsServerAnswersNothing,
  dnsSupportOff,
  dns64WithoutNat,
  duplicateAclNumber,
  duplicateName,
  duplicateRouteDestination,
  edgeTableMissing,
  edgeTableRefused,
  elasticIpIdle,
  endpointAsRouteTarget,
  endpointGroupLacksPort,
  endpointInDefaultGroup,
  endpointLeadsOutOfOrganisation,
  endpointLeavesNamesOut,
  endpointNotAvailable,
  endpointPolicyBarsCompanion,
  endpointPolicyNamesOtherService,
  endpointPolicyWithoutEffect,
  endpointServiceRefused,
  endpointUsedByOwnNameOnly,
  endpointWithoutSubnets,
  equalsWithWildcard,
  firewallDropsBeforeNames,
  firewallEndpointNotNamed,
  firewallLetsNothingThrough,
  firewallPassesOneWay,
  firewallSubnetShared,
  forwardRuleTakesAwsNames,
  forwardRuleWithoutEndpoint,
  gatewayEndpointWithoutDnsHostnames,
  gatewayEndpointWithoutTables,
  gatewayIgnoresPrincipal,
  homeNetLacksSenders,
  hostedZoneConflict,
  hostedZoneNeedsVpcDns,
  inboundOnlyWithoutResolver,
  inspectionInOwnSubnet,
  inspectionOneSided,
  invalidValue,
  ipv6LeavesByAnotherVpc,
  ipv6OnlySubnet,
  lambdaAddressIgnored,
  linksAnnounceDifferentLengths,
  listenerWithoutTargets,
  loadBalancerZones,
  mailPortRestricted,
  natWithoutWayOut,
  networkAclOfOtherVpc,
  newerThanRules,
  notImported,
  notificationTopicInvalid,
  oneEndpointRoutePerTable,
  oneInternetGatewayPerVpc,
  onePrivateGatewayPerVpc,
  oneProfilePerVpc,
  oneSubnetPerZone,
  ownNameForEndpoint,
  ownersDefaultGroup,
  packetAboveEndpointLimit,
  peeringBlocksOverlap,
  peeringRouteOneWay,
  peeringWithItself,
  policyNotReadable,
  policyOpenToEveryone,
  prefixListToInspectionEndpoint,
  preservedAddressToEndpoint,
  principalNotAllowed,
  privateDnsConflict,
  privateDnsDomainNotProved,
  privateDnsHidesService,
  privateDnsNeedsVpcDns,
  privateDnsNotOffered,
  privateDnsTakesPublicApis,
  privateGatewayToInspection,
  privateGatewayWithoutRoutes,
  privateNameRefused,
  privateNamesEndAtVpc,
  privateZoneHidesPublicNames,
  publicAccessBlocked,
  publicApiBehindEndpoint,
  publicSubnetClientWithoutPublicIp,
  quotaExceeded,
  regionalNatMissesZone,
  requestNotAnswerable,
  reservedAddress,
  resolverEndpointAddresses,
  resolverGroupLacksPort,
  resolverRuleConflict,
  resourceEndpointBesideGateway,
  resourceGatewayGroupClosed,
  resourceGatewayLacksZone,
  resourceNameOpenEnded,
  resourceRefusesGateway,
  resourceWithoutAction,
  routeInsideVpc,
  routeOfWrongFamily,
  routeShadowsEndpoint,
  routeTableOfOtherVpc,
  routeTargetNotAttached,
  s3GlobalNamesStayPublic,
  s3PrivateDnsNeedsGateway,
  secondInterfaceAnswers,
  secondaryBlockWithoutWayBack,
  securityGroupOfOtherVpc,
  serviceInOtherRegion,
  serviceLacksZone,
  serviceNameOfPartition,
  serviceNotInRegion,
  serviceNotListed,
  serviceNotOffered,
  serviceOpenToEveryone,
  sourceDestCheckOn,
  sourceIpThroughEndpoint,
  sourceVpcOfCaller,
  sourceVpceNotDrawn,
  statementNeverMatches,
  statementSwallowed,
  staticRouteHidesBackup,
  staticVpnWithoutRoutes,
  subnetFull,
  subnetMissesGatewayEndpoint,
  subnetNotShared,
  subnetOfOtherVpc,
  subnetOutsideVpc,
  subnetOverlap,
  systemIdWithWildcard,
  targetGroupMismatch,
  targetOfOtherVpc,
  targetZoneNotEnabled,
  targetsRefuseBalancer,
  transitAttachmentAssociatedTwice,
  transitAttachmentMissesZone,
  transitAttachmentRefused,
  transitAttachmentUnrouted,
  transitAttachmentWithoutIpv6,
  transitBlocksOverlap,
  transitPeeringOneWay,
  transitReturnRouteMissing,
  unknownPrefixList,
  unknownRegion,
  variableNeedsVersion,
  vpcBlockCount,
  vpcBlockRestricted,
  vpcBlocksOverlap,
  vpcInTwoServiceNetworks,
  workloadEndpointMissing,
  zoneAnswersOutOfReach,
  zoneDrawnTwice,
  zoneNotInRegion,
  zoneStandsForService,
]
