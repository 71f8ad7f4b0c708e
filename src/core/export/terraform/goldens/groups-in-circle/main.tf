# VPC vpc-1
resource "aws_vpc" "vpc1" {
  cidr_block           = var.vpc1_block
  enable_dns_support   = true
  enable_dns_hostnames = false
  instance_tenancy     = "default"

  tags = {
    Name         = "vpc-1"
    "hopwise:id" = "vpc-1"
  }
}

# Security group web (sg-1)
resource "aws_security_group" "sg1" {
  name        = "${var.deployment}-sg-1"
  description = "Hopwise sg-1"
  vpc_id      = aws_vpc.vpc1.id

  tags = {
    Name         = "web"
    "hopwise:id" = "sg-1"
  }
}

# Security group data (sg-2)
resource "aws_security_group" "sg2" {
  name        = "${var.deployment}-sg-2"
  description = "Hopwise sg-2"
  vpc_id      = aws_vpc.vpc1.id

  tags = {
    Name         = "data"
    "hopwise:id" = "sg-2"
  }
}

# Security group web (sg-1): egress Tcp5432 to sg 2
resource "aws_vpc_security_group_egress_rule" "sg1_egress_tcp5432_to_sg2" {
  security_group_id            = aws_security_group.sg1.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.sg2.id
}

# Security group web (sg-1): ingress Tcp443 from Anywhere
resource "aws_vpc_security_group_ingress_rule" "sg1_ingress_tcp443_from_anywhere" {
  security_group_id = aws_security_group.sg1.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

# Security group data (sg-2): ingress Tcp5432 from sg 1
resource "aws_vpc_security_group_ingress_rule" "sg2_ingress_tcp5432_from_sg1" {
  security_group_id            = aws_security_group.sg2.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.sg1.id
}
