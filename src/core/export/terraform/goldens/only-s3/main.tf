# VPC Data
resource "aws_vpc" "data5d2737377d1a" {
  cidr_block           = var.data5d2737377d1a_block
  enable_dns_support   = true
  enable_dns_hostnames = false
  instance_tenancy     = "default"

  tags = {
    Name         = "Data"
    "hopwise:id" = "Data"
  }
}

# Subnet Private “A” (subnet-1)
resource "aws_subnet" "subnet1" {
  vpc_id                          = aws_vpc.data5d2737377d1a.id
  availability_zone               = "${var.region}${var.zone_letter_a}"
  cidr_block                      = var.subnet1_block
  map_public_ip_on_launch         = false
  assign_ipv6_address_on_creation = false

  tags = {
    Name         = "Private “A”"
    "hopwise:id" = "subnet-1"
  }
}

# Route table route-table-1
resource "aws_default_route_table" "route_table1" {
  default_route_table_id = aws_vpc.data5d2737377d1a.default_route_table_id

  tags = {
    Name         = "route-table-1"
    "hopwise:id" = "route-table-1"
  }
}

# Gateway endpoint gateway-endpoint-1
resource "aws_vpc_endpoint" "gateway_endpoint1" {
  vpc_endpoint_type = "Gateway"
  vpc_id            = aws_vpc.data5d2737377d1a.id
  service_name      = "com.amazonaws.${var.region}.s3"
  route_table_ids   = [aws_default_route_table.route_table1.id]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "*"
        Resource  = "*"
      },
    ]
  })

  tags = {
    Name         = "gateway-endpoint-1"
    "hopwise:id" = "gateway-endpoint-1"
  }
}
