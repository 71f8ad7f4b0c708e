# VPC abroad
resource "aws_vpc" "abroad" {
  cidr_block           = var.abroad_block
  enable_dns_support   = true
  enable_dns_hostnames = true
  instance_tenancy     = "default"

  tags = {
    Name         = "abroad"
    "hopwise:id" = "abroad"
  }
}

# Subnet abroad-a
resource "aws_subnet" "abroad_a" {
  vpc_id                          = aws_vpc.abroad.id
  availability_zone               = "${var.region}${var.zone_letter_a}"
  cidr_block                      = var.abroad_a_block
  map_public_ip_on_launch         = false
  assign_ipv6_address_on_creation = false

  tags = {
    Name         = "abroad-a"
    "hopwise:id" = "abroad-a"
  }
}

# Peering connection peering: acceptance
resource "aws_vpc_peering_connection_accepter" "peering_acceptance" {
  count = var.id_of_peering == null ? 0 : 1

  vpc_peering_connection_id = var.id_of_peering
  auto_accept               = true

  tags = {
    Name         = "peering"
    "hopwise:id" = "peering/acceptance"
  }
}

# Peering connection peering: dns accepter
resource "aws_vpc_peering_connection_options" "peering_dns_accepter" {
  count = var.id_of_peering == null ? 0 : 1

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.peering_acceptance[0].vpc_peering_connection_id

  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}

# Transit gateway attachment abroad-attachment
resource "aws_ec2_transit_gateway_vpc_attachment" "abroad_attachment" {
  count = var.id_of_hub == null ? 0 : 1

  transit_gateway_id                 = var.id_of_hub
  vpc_id                             = aws_vpc.abroad.id
  subnet_ids                         = [aws_subnet.abroad_a.id]
  appliance_mode_support             = "disable"
  dns_support                        = "enable"
  ipv6_support                       = "disable"
  security_group_referencing_support = "enable"

  tags = {
    Name         = "abroad-attachment"
    "hopwise:id" = "abroad-attachment"
  }
}

# Route table abroad-table
resource "aws_route_table" "abroad_table" {
  vpc_id = aws_vpc.abroad.id

  tags = {
    Name         = "abroad-table"
    "hopwise:id" = "abroad-table"
  }
}

# Route table abroad-table: route 10x0x0x0x16
resource "aws_route" "abroad_table_route10x0x0x0x16" {
  count = var.id_of_peering == null ? 0 : 1

  route_table_id            = aws_route_table.abroad_table.id
  destination_cidr_block    = var.home_block
  vpc_peering_connection_id = var.id_of_peering

  depends_on = [aws_vpc_peering_connection_accepter.peering_acceptance]
}

# Subnet abroad-a: route table
resource "aws_route_table_association" "abroad_a_route_table" {
  subnet_id      = aws_subnet.abroad_a.id
  route_table_id = aws_route_table.abroad_table.id
}

# Interface endpoint abroad-endpoint
resource "aws_vpc_endpoint" "abroad_endpoint" {
  count = var.id_of_service == null ? 0 : 1

  vpc_endpoint_type   = "Interface"
  vpc_id              = aws_vpc.abroad.id
  service_name        = "com.amazonaws.vpce.${var.region}.${var.id_of_service}"
  subnet_ids          = [aws_subnet.abroad_a.id]
  security_group_ids  = [aws_vpc.abroad.default_security_group_id]
  private_dns_enabled = false
  ip_address_type     = "ipv4"

  tags = {
    Name         = "abroad-endpoint"
    "hopwise:id" = "abroad-endpoint"
  }
}

# Resolver rule rule: association abroad
resource "aws_route53_resolver_rule_association" "rule_association_abroad" {
  count = var.id_of_rule == null ? 0 : 1

  resolver_rule_id = var.id_of_rule
  vpc_id           = aws_vpc.abroad.id
}

# Hosted zone zone: association abroad
resource "aws_route53_zone_association" "zone_association_abroad" {
  count = var.id_of_zone_authorize_abroad == null ? 0 : 1

  zone_id    = var.id_of_zone_authorize_abroad
  vpc_id     = aws_vpc.abroad.id
  vpc_region = var.region
}

# DNS Firewall rule group filter: association abroad
resource "aws_route53_resolver_firewall_rule_group_association" "filter_association_abroad" {
  count = var.id_of_filter == null ? 0 : 1

  name                   = "${var.deployment}-filter-associ-dacef1e9"
  firewall_rule_group_id = var.id_of_filter
  vpc_id                 = aws_vpc.abroad.id
  priority               = 101

  tags = {
    Name         = "filter"
    "hopwise:id" = "filter/association-abroad"
  }
}

# Route 53 Profile profile: association abroad
resource "aws_route53profiles_association" "profile_association_abroad" {
  count = var.id_of_profile == null ? 0 : 1

  name        = "${var.deployment}-profile-assoc-0190abd2"
  profile_id  = var.id_of_profile
  resource_id = aws_vpc.abroad.id

  tags = {
    Name         = "profile"
    "hopwise:id" = "profile/association-abroad"
  }
}

# Client guest
resource "aws_instance" "guest" {
  count = var.id_of_home_a != null && var.id_of_shared_group != null ? 1 : 0

  ami                         = var.amazon_linux_image
  instance_type               = var.instance_type
  subnet_id                   = var.id_of_home_a
  vpc_security_group_ids      = [var.id_of_shared_group]
  associate_public_ip_address = false

  tags = {
    Name         = "guest"
    "hopwise:id" = "guest"
  }
}
