"""Everything that can go wrong, as typed values.

    DarkroomError
    ├── Refused                 asked for something that cannot start; nothing was held
    │   ├── QuotaUsedUp
    │   │   └── GroupQuotaUsedUp
    │   ├── CapReached
    │   ├── NobodyPays
    │   ├── NotEnoughToGive
    │   ├── TooManyWaiting
    │   ├── TooFast
    │   ├── NotAdmitted
    │   ├── InviteVoid
    │   ├── FileTooLarge
    │   ├── UnsupportedFile
    │   ├── TooManyPictures
    │   ├── PictureNeeded
    │   ├── PromptNeeded
    │   ├── UnknownModel
    │   ├── UnknownGateway
    │   ├── LastOne
    │   ├── UnknownPerson
    │   ├── WrongAmount
    │   ├── PresetRefused
    │   ├── PaymentRefused
    │   ├── RefundRefused
    │   ├── NotYours
    │   ├── NotSteering
    │   ├── MayNotSend
    │   ├── AlreadyEnded
    │   ├── Banned
    │   └── CannotBan
    ├── EditFailed              an accepted edit ended without a picture; its hold is released
    │   ├── GatewayFault        a kind of FaultKind: what the gateway answered, or did not
    │   ├── InputFault          the person's picture cannot be used
    │   ├── ResultFault         the gateway's picture cannot be used
    │   ├── DeliveryFault       Telegram did not take the result
    │   ├── GroupClosed         the group does not let the bot send it
    │   ├── NoRoom              the disk has no room for the pictures
    │   ├── ModelGone           the model went off the catalogue while the edit waited
    │   ├── Interrupted         a stop cut the call off, and asking again was not allowed
    │   ├── Remembered          any of these, after a stop or a crash came before its sentence
    │   └── Unexpected          a bug; the log has more under `incident`
    ├── TillFault               Telegram did not give Stars back
    ├── StorageFault            the database refused; nothing changed
    │   └── SpoolFault          the disk did not take or give a picture
    └── StartupFault            settings, database or network keep the program from starting

A `key` names the sentence in `texts/`; the fields are its variables. Faces turn both into words.
"""

from bot.domain.errors.base import DarkroomError
from bot.domain.errors.failed import (
    DeliveryFault,
    EditFailed,
    FaultKind,
    GatewayFault,
    GroupClosed,
    InputFault,
    Interrupted,
    ModelGone,
    NoRoom,
    PictureProblem,
    Remembered,
    ResultFault,
    Unexpected,
)
from bot.domain.errors.house import SpoolFault, StartupFault, StorageFault
from bot.domain.errors.refused import (
    AlreadyEnded,
    Banned,
    CapReached,
    FileTooLarge,
    GroupQuotaUsedUp,
    InviteVoid,
    MayNotSend,
    NobodyPays,
    NotAdmitted,
    NotEnoughToGive,
    NotSteering,
    NotYours,
    PictureNeeded,
    PresetProblem,
    PresetRefused,
    PromptNeeded,
    QuotaUsedUp,
    Refused,
    TooFast,
    TooManyPictures,
    TooManyWaiting,
    UnknownModel,
    UnsupportedFile,
)
from bot.domain.errors.stars import (
    PaymentProblem,
    PaymentRefused,
    RefundProblem,
    RefundRefused,
    TillFault,
)
from bot.domain.errors.steering import CannotBan, LastOne, UnknownGateway, UnknownPerson, WrongAmount

__all__ = [
    "AlreadyEnded",
    "Banned",
    "CannotBan",
    "CapReached",
    "DarkroomError",
    "DeliveryFault",
    "EditFailed",
    "FaultKind",
    "FileTooLarge",
    "GatewayFault",
    "GroupClosed",
    "GroupQuotaUsedUp",
    "InputFault",
    "Interrupted",
    "InviteVoid",
    "LastOne",
    "MayNotSend",
    "ModelGone",
    "NoRoom",
    "NobodyPays",
    "NotAdmitted",
    "NotEnoughToGive",
    "NotSteering",
    "NotYours",
    "PaymentProblem",
    "PaymentRefused",
    "PictureNeeded",
    "PictureProblem",
    "PresetProblem",
    "PresetRefused",
    "PromptNeeded",
    "QuotaUsedUp",
    "RefundProblem",
    "RefundRefused",
    "Refused",
    "Remembered",
    "ResultFault",
    "SpoolFault",
    "StartupFault",
    "StorageFault",
    "TillFault",
    "TooFast",
    "TooManyPictures",
    "TooManyWaiting",
    "Unexpected",
    "UnknownGateway",
    "UnknownModel",
    "UnknownPerson",
    "UnsupportedFile",
    "WrongAmount",
]
