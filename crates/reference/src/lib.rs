//! Dated data with sources: chart of accounts and default values.
