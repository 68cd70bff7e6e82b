"""`darkroom bench`: the real bot beside a bare script that makes the same calls with the same bytes.

`outside` is the Telegram and the gateway of both, `floor` the bare script, `subject` a process
and what it costs.
"""
