"""A bucket of S3 or the like, for public links and as the spool. Needs the extra `s3`."""

from bot.storage.s3.links import Bucket
from bot.storage.s3.service import s3
from bot.storage.s3.spool import BucketSpool

__all__ = ["Bucket", "BucketSpool", "s3"]
