//! The sentences, the files of the interface and the cohort are inside the binary: a new file among them rebuilds it.
fn main() {
    for folder in ["../../locales", "../../assets", "../../examples/cohort"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
