/** Types of the provider that may change what a packet meets. */
const NETWORK =
  /^aws_(?:vpc|subnet|route|network|nat_|internet_|egress_|ec2_(?:transit|carrier|local|client_vpn|managed_prefix|subnet_cidr|network_perf)|lb|alb|elb|load_balancer|dx_|vpn_|customer_gateway|vpclattice_|networkmanager_|globalaccelerator_|default_|main_route|eip|security_group|proxy_protocol|service_discovery_private|lightsail_|appmesh_)/
/** Those of them that change nothing that it meets. */
const HARMLESS =
  /^aws_(?:vpc_ipam|vpc_network_performance|vpc_encryption|route53_(?:health_check|query_log|key_signing|hosted_zone_dnssec|delegation_set|cidr_|traffic_policy|resolver_(?:query_log|dnssec|config)|domains?_|records_exclusive)|route53(?:domains|recovery)|lb_(?:listener_certificate|trust_store|cookie|ssl)|alb_listener_certificate|networkfirewall_(?:logging|resource_policy|tls_inspection)|vpclattice_(?:auth_policy|resource_policy|access_log)|dx_(?:lag|bgp_peer|macsec|connection)|eip_domain_name|vpc_security_group_rules_exclusive|lightsail_(?:bucket|disk|key))/

/** Whether a type without a row may change what a packet meets. */
export const isOfNetwork = (type: string): boolean => NETWORK.test(type) && !HARMLESS.test(type)
