//! The sentences and the files of the interface are inside the binary: a new file among them rebuilds it.
fn main() {
    for folder in ["../../locales", "../../assets"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
