"""Where pictures are kept, and copies of them for the public."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr

from bot.config import fields
from bot.config.fields import wrong
from bot.config.sections import Section


def _prefix(value: str) -> str:
    if not re.fullmatch(r"[\w-]+(/[\w-]+)*", value):
        raise wrong("should be a path such as pictures/spool, of letters, digits, _, - and /")
    if value.partition("/")[0] == "darkroom":
        raise wrong('should begin with something else than "darkroom": copies for public links do')
    return value


Prefix = Annotated[fields.Text, AfterValidator(_prefix)]


class Bucket(Section):
    """A bucket of S3 or the like."""

    bucket: fields.BucketName = Field(default="", description="Its name.")
    endpoint: fields.Address = Field(default="", description="Where the bucket's service is; empty: Amazon.")
    region: fields.Name = Field(default="us-east-1", description="The bucket's region.")
    access_key: fields.Key = Field(
        default=SecretStr(""), description="Its access key; empty: the role of the machine."
    )
    secret_key: fields.Key = Field(default=SecretStr(""), description="The secret that belongs to it.")

    @property
    def way(self) -> dict[str, str]:
        """How it is reached; with its keys."""
        return {
            "endpoint": self.endpoint,
            "region": self.region,
            "access_key": self.access_key.get_secret_value(),
            "secret_key": self.secret_key.get_secret_value(),
        }


class Links(Bucket):
    """Public links to people's pictures, for gateways that fetch them."""

    bucket: fields.BucketName = Field(
        default="", description="A bucket of S3 or the like instead of web.public_url; needs the extra s3."
    )
    expires: fields.Expiry = Field(
        default=3600, description="Seconds that a link is good, 60 to 604800 (7 days)."
    )


class Spool(Bucket):
    """Where pictures are kept: in a folder, or in a bucket; several machines share one of either."""

    folder: Path | None = Field(
        default=None,
        description="The folder, which may be a mounted one; left out: spool in data_dir. With a bucket:"
        " where pictures lie while they are read.",
        examples=["/mnt/pictures"],
    )
    bucket: fields.BucketName = Field(
        default="", description="A bucket of S3 or the like instead of the folder; needs the extra s3."
    )
    prefix: Prefix = Field(
        default="spool",
        description="What its names there begin with. Whatever else begins with it is swept, too.",
    )
