"""What other services are told, each an extra with one door: errors to Sentry, times to OpenTelemetry."""
