"""Which addresses a result's link may lead to.

The ranges stand here one by one, because `ipaddress.is_global` depends on Python's patch level and takes
multicast, Azure's metadata service and NAT64 for public (SAFETY 3.1). Sources: IANA's special-purpose
registries for IPv4 and IPv6, and the metadata services of the clouds.
"""

import errno
import ipaddress

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PUBLIC_V6 = ipaddress.ip_network("2000::/3")
_REFUSED_V6 = tuple(
    ipaddress.ip_network(text)
    for text in (
        "2001::/23",  # protocol assignments, with Teredo 2001::/32, benchmarking and ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)
_REFUSED_V4 = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",  # this network; Linux connects 0.0.0.0 to itself
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT, with Alibaba's metadata service 100.100.100.200
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # Azure's host services
        "169.254.0.0/16",  # link-local, with the metadata services of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments, with Oracle's metadata service 192.0.0.192
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking, and the made-up answers of some VPN's DNS
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, with broadcast
    )
)


NOT_PUBLIC = "not a public address (results.allow_private, results.allowed_hosts)"
"""What a refused connection says, also when it comes back as another library's error."""


class BlockedAddress(OSError):
    """A connection that was not made, because its address is not public."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, NOT_PUBLIC)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet; False for what is no address at all.

    IPv6 that carries an IPv4 address is not public, whatever it carries, save NAT64's well-known prefix:
    there the inner address is judged, because on networks with DNS64 it is how all of IPv4 is reached.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip in _NAT64:
        ip = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in network for network in _REFUSED_V4)
    return ip in _PUBLIC_V6 and not any(ip in network for network in _REFUSED_V6)


def only_public(address: str) -> None:
    """Refuse an address right before a connection is made to it.

    Raises:
        BlockedAddress: it is not public.
    """
    if not is_public(address):
        raise BlockedAddress
