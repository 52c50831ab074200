//! Runs a property on random plans and makes a plan that fails small.

use std::collections::BTreeSet;

use previ_engine::certainty::CertaintyView;
use previ_engine::check::check;
use previ_engine::diagnostic::Severity;
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_engine::view::View;
use previ_tests::generator::random_plan;
use previ_tests::{bare_reference, shrink};
use proptest::prelude::any;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// What a property says of a plan; the seed is for what else it draws.
pub type Verdict = Result<(), String>;

/// Says that a property holds for random plans: the same ones each time, others with `PROPTEST_RNG_SEED`,
/// more of them with `PROPTEST_CASES`.
pub fn holds(cases: u32, property: impl Fn(&Plan, u64) -> Verdict) {
    holds_for(cases, random_plan, property);
}

/// The same for plans made by `make`.
pub fn holds_for(cases: u32, make: fn(u64) -> Plan, property: impl Fn(&Plan, u64) -> Verdict) {
    let mut config = Config { failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(2027);
    }
    let outcome = TestRunner::new(config).run(&any::<u64>(), |seed| {
        let plan = make(seed);
        property(&plan, seed).map_err(|first| {
            let known = errors(&plan);
            let fails = |small: &Plan| errors(small).is_subset(&known) && property(small, seed).is_err();
            let small = shrink::smallest(&plan, fails);
            let now = property(&small, seed).err().unwrap_or_default();
            TestCaseError::fail(format!("seed {seed}: {first}\nmade small: {now}\n{small:#?}"))
        })
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// What the check finds wrong: a plan made small fails for the same reason only if it is as sound.
fn errors(plan: &Plan) -> BTreeSet<String> {
    let found = check(plan, &bare_reference()).into_iter();
    found
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| format!("{:?}", diagnostic.code))
        .collect()
}

/// A view of a plan, made from nothing.
pub fn view_of(plan: &Plan, certainty: CertaintyView) -> View {
    project(plan, &bare_reference(), None).view(certainty)
}
